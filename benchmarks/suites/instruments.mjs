import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createKite } from "@kite/core";
import { nodeTransport } from "@kite/core/node";
import { loadInstruments } from "@kite/market-data";
import { cpu } from "../harness/measure.mjs";

const require = createRequire(import.meta.url);
const server = fileURLToPath(new URL("../fixtures/instruments-server.mjs", import.meta.url));

/** A client's first small call opens the connection and loads its code, as by the time a program wants the list. */
const peer = (name) => async (root) => {
  const { KiteConnect } = require(name);
  const client = new KiteConnect({ api_key: "key", access_token: "token", root, timeout: 60_000 });
  await client.getOrders();
  return () => client.getInstruments();
};
/** What lookups by token and by key need; the peers have neither. */
const withMaps = (rows) => ({
  rows,
  tokens: new Map(rows.map((row) => [row.instrument_token, row])),
  keys: new Map(rows.map((row) => [`${row.exchange}:${row.tradingsymbol}`, row])),
});
const own = (settings) => async (root) => {
  const kite = createKite({
    apiKey: "key",
    accessToken: "token",
    environment: { root },
    rateLimit: false,
    ...settings(),
  });
  await kite.send({ endpoint: "orders", method: "GET", path: "/orders" });
  return () => loadInstruments(kite);
};

const cases = {
  kiteconnect: { connect: peer("kiteconnect"), finish: withMaps },
  "kiteconnect-ts": { connect: peer("kiteconnect-ts"), finish: withMaps },
  loadInstruments: { connect: own(() => ({})) },
  "loadInstruments, nodeTransport": { connect: own(() => ({ transport: nodeTransport() })) },
  "floor: fetch, bytes dropped": {
    async connect(root) {
      await (await fetch(`${root}/orders`)).text();
      return async () => {
        let bytes = 0;
        for await (const chunk of (await fetch(`${root}/instruments`)).body) bytes += chunk.length;
        return bytes;
      };
    },
  },
};

const megabytes = () => {
  for (let count = 0; count < 3; count += 1) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

/** Notes the longest time between two turns of the event loop, milliseconds of the clock. */
function watchLoop() {
  const watch = { longest: 0, isOn: true };
  let last = performance.now();
  const turn = () => {
    const now = performance.now();
    watch.longest = Math.max(watch.longest, now - last);
    last = now;
    if (watch.isOn) setImmediate(turn);
  };
  setImmediate(turn);
  return watch;
}

/** The first list of a process that has made a small call before. */
async function measure({ connect, finish = (list) => list }) {
  const sender = spawn(process.execPath, [server], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = await once(sender.stdout, "data");
  const load = await connect(`http://127.0.0.1:${Number(port)}`);
  const memory = megabytes();
  const watch = watchLoop();
  await new Promise((resolve) => setTimeout(resolve, 50));
  watch.longest = 0;
  const [started, cpuBefore] = [performance.now(), cpu()];
  const list = await load();
  const milliseconds = performance.now() - started;
  const cpuMilliseconds = (cpu() - cpuBefore) / 1_000;
  await new Promise((resolve) => setTimeout(resolve, 50));
  watch.isOn = false;
  const kept = finish(list);
  const figures = { milliseconds, cpuMilliseconds, longest: watch.longest, megabytes: megabytes() - memory };
  sender.kill();
  return { ...figures, rows: kept.size ?? kept.rows?.length ?? 0 };
}

export const suite = {
  title: "The list of instruments, gzipped over HTTP, to something that can be searched",
  rounds: 7,
  scenarios: ["120000"],
  describe: (rows) => `${Number(rows).toLocaleString("en-IN")} rows`,
  cases,
  measures: [{ name: "load", run: measure }],
  figures: [
    { name: "milliseconds", title: "ms (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "cpuMilliseconds", title: "CPU ms, all threads (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "longest", title: "event loop held, ms (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "megabytes", title: "MB kept, indexes included (kiteconnect / case)", baseline: "kiteconnect" },
  ],
  verify(results) {
    for (const { case: each, figures } of results) {
      // The official client makes a row of the line end after the last one.
      if (!each.startsWith("floor") && Math.abs(figures.rows - 120_000) > 1)
        throw new Error(`${each}: ${figures.rows} rows`);
    }
  },
};
