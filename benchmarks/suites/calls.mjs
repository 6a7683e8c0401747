import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { clients, floors } from "../fixtures/holdings-clients.mjs";
import { cpu } from "../harness/measure.mjs";
import { lowerQuartile } from "../harness/statistics.mjs";

const server = fileURLToPath(new URL("../fixtures/rest-server.mjs", import.meta.url));
const inFlight = 16;
const windows = 30;
/** Before that, so that what a client in use has compiled long ago is compiled here too. */
const warmUp = 8;

/** CPU microseconds of this process for a call, the lower quartile of many windows. */
async function measure(makeClient, scenario) {
  const sender = spawn(process.execPath, [server, scenario], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = await once(sender.stdout, "data");
  const call = await makeClient(Number(port));
  const rows = await call();
  if (rows.length !== Number(scenario)) throw new Error(`${rows.length} holdings instead of ${scenario}`);
  const callsOfWindow = scenario === "2" ? 640 : 96;
  const windowOf = async () => {
    const start = cpu();
    const worker = async () => {
      for (let count = 0; count < callsOfWindow / inFlight; count += 1) await call();
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
    return (cpu() - start) / callsOfWindow;
  };
  for (let window = 0; window < warmUp; window += 1) await windowOf();
  const costs = [];
  for (let window = 0; window < windows; window += 1) costs.push(await windowOf());
  sender.kill();
  return { microseconds: lowerQuartile(costs) };
}

export const suite = {
  title: "Asking for holdings, 16 calls in flight",
  rounds: 5,
  scenarios: ["2", "200"],
  describe: (count) => `${count} holdings`,
  cases: { ...clients, ...floors },
  measures: [{ name: "time", run: measure }],
  figures: [
    { name: "microseconds", title: "CPU µs a call (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "microseconds", title: "CPU µs a call (case / fetch)", baseline: "floor: fetch, JSON.parse", isCost: true },
  ],
};
