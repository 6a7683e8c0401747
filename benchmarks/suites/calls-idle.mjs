import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { clients, floors } from "../fixtures/holdings-clients.mjs";

const server = fileURLToPath(new URL("../fixtures/rest-server.mjs", import.meta.url));

/** Connections that a second call opens, some seconds after the first. */
async function measure(makeClient, scenario) {
  const sender = spawn(process.execPath, [server, "2"], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: sender.stdout });
  const [port] = await once(lines, "line");
  const connections = async () => {
    sender.stdin.write("\n");
    return Number((await once(lines, "line"))[0]);
  };
  const call = await makeClient(Number(port));
  await call();
  const before = await connections();
  await pause(Number(scenario) * 1_000);
  await call();
  const opened = (await connections()) - before;
  sender.kill();
  return { opened };
}

export const suite = {
  title: "Calls that are seconds apart",
  rounds: 1,
  scenarios: ["6", "55"],
  describe: (seconds) => `after ${seconds} s`,
  cases: { ...clients, "floor: fetch, JSON.parse": floors["floor: fetch, JSON.parse"] },
  measures: [{ name: "connections", run: measure }],
  figures: [{ name: "opened", title: "connections opened by the second call" }],
};
