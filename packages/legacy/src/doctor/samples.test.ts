import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startSimulator } from "@kite/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Project, project } from "../testing/installed.ts";
import { run } from "./run.ts";

let installed: Project;
beforeAll(async () => {
  installed = await project();
}, 30_000);
afterAll(() => installed.remove());

/** Runs a sample's own tests against a simulated exchange; gives what they print when they fail. */
async function failures(folder: string): Promise<string> {
  const simulator = await startSimulator({ tickEveryMs: 50, ticks: "all" });
  const { request_token } = await simulator.login();
  const env = {
    PATH: process.env.PATH,
    // Where both clients mean the same by a time.
    TZ: "Asia/Kolkata",
    KITE_ROOT: simulator.url,
    KITE_WS: simulator.environment.ws,
    KITE_KEY: simulator.apiKey,
    KITE_SECRET: simulator.apiSecret,
    KITE_REQUEST_TOKEN: request_token,
  };
  const child = spawn(process.execPath, ["--test"], { cwd: folder, env });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
  const [code] = await once(child, "exit");
  await simulator.close();
  return code === 0 ? "" : printed;
}

const sources = (folder: string) =>
  readdirSync(folder)
    .filter((file) => !file.includes(".test."))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");

test.each([
  ["promises", ["kc.kite.auth.getProfile()", 'kc.kite.auth.getMargins("equity")', "kc.kite.portfolio.getPositions()"]],
  ["async", ["this.kc.kite.orders.cancelOrder({ variety: this.kc.VARIETY_REGULAR", "this.kc.kite.gtt.deleteGTT("]],
  ["commonjs", ["kc.kite.auth.getProfile()", "require('@kite/legacy')".replaceAll("'", '"')]],
] as const)(
  "%s: the sample's tests pass before and after, and its safe calls are new ones",
  async (sample, changed) => {
    const folder = installed.add(sample);
    expect(await failures(folder)).toBe("");
    const print = () => {};
    expect(run(["doctor", ".", "--write"], { cwd: folder, print, printError: print, colours: false })).toBe(0);
    const now = sources(folder);
    expect(now).not.toMatch(/["']kiteconnect/);
    for (const text of changed) expect(now).toContain(text);
    expect(await failures(folder)).toBe("");
  },
  60_000,
);

test("the command prints its report and sets the exit code", () => {
  const command = join(installed.path, "node_modules/@kite/legacy/dist/doctor/main.js");
  const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });
  const found = run("doctor", installed.add("commonjs"));
  expect(found.stdout).toContain("kc.getProfile");
  expect(found.stdout).not.toContain("\u001b");
  expect(found.status).toBe(0);
  expect(run("doctor").status).toBe(2);
  expect(run("doctor").stderr).toContain("Usage: npx @kite/legacy doctor <path>");
});
