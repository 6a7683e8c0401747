import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@kite/core";
import { loadInstruments } from "@kite/market-data";
import { fileInstrumentStore } from "@kite/market-data/node";
import { instrumentsCsv } from "../fixtures/instruments.mjs";
import { cpu } from "../harness/measure.mjs";

const require = createRequire(import.meta.url);
const filler = fileURLToPath(new URL("../fixtures/instruments-stored.mjs", import.meta.url));

/** What another process must do with a list that was kept as it came. */
const peer = (name) => () => {
  const { KiteConnect } = require(name);
  const client = new KiteConnect({ api_key: "key" });
  const headers = { "content-type": "text/csv" };
  return (folder) => client.transformInstrumentsResponse(readFileSync(join(folder, "list.csv"), "utf8"), headers);
};

/** The code is loaded before the clock runs, as that of the peers is. */
async function own() {
  const fetch = async () => new Response(instrumentsCsv(10), { headers: { "content-type": "text/csv" } });
  const settings = { apiKey: "key", accessToken: "token", fetch };
  await loadInstruments(createClient(settings));
  return (folder) => loadInstruments(createClient(settings), { store: fileInstrumentStore(folder) });
}

const cases = {
  kiteconnect: peer("kiteconnect"),
  "kiteconnect-ts": peer("kiteconnect-ts"),
  "loadInstruments, fileInstrumentStore": own,
  "floor: read the file": () => (folder) => readFileSync(join(folder, "instruments-ALL.kite")),
};

/** The first time in a process; the files are in the system's memory. */
async function measure(prepare) {
  const open = await prepare();
  const folder = mkdtempSync(join(tmpdir(), "instruments-"));
  try {
    writeFileSync(join(folder, "list.csv"), instrumentsCsv());
    execFileSync(process.execPath, [filler, folder]);
    readFileSync(join(folder, "instruments-ALL.kite"));
    globalThis.gc();
    const [started, cpuBefore] = [performance.now(), cpu()];
    const list = await open(folder);
    const figures = { milliseconds: performance.now() - started, cpuMilliseconds: (cpu() - cpuBefore) / 1_000 };
    return { ...figures, rows: list.size ?? list.length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const suite = {
  title: "The same list, opened by another process",
  rounds: 7,
  scenarios: ["120000"],
  describe: (rows) => `${Number(rows).toLocaleString("en-IN")} rows`,
  cases,
  measures: [{ name: "open", run: measure }],
  figures: [
    { name: "milliseconds", title: "ms (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "cpuMilliseconds", title: "CPU ms, all threads (kiteconnect / case)", baseline: "kiteconnect" },
  ],
};
