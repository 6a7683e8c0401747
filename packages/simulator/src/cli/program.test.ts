import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readRecording } from "../recording/read-recording.ts";
import { buildProgram, type Program } from "../testing/program.ts";

// real processes, files and sockets, which a busy machine keeps waiting
vi.setConfig({ testTimeout: 30_000 });

let program: Program;
let folder = "";
beforeAll(() => {
  program = buildProgram();
  folder = mkdtempSync(join(tmpdir(), "program-"));
}, 60_000);
afterAll(async () => {
  await program.remove();
  rmSync(folder, { recursive: true, force: true });
});

const addressIn = /http:\/\/127\.0\.0\.1:\d+/;

test("says where it is and how to use it, serves, and stops at Ctrl-C with 0", async () => {
  const run = program.start(["--port", "0", "--clock", "2026-03-02T09:15+05:30", "--token"]);
  await run.said(/Ctrl-C stops it/);
  const root = addressIn.exec(run.out)?.[0] ?? "";
  const token = /KITE_ACCESS_TOKEN=(\w+)/.exec(run.out)?.[1];
  for (const line of [
    "API key      simulator-api-key",
    "API secret   simulator-api-secret",
    "SIM001  Asha Menon",
    `${root}/connect/login?v=3&api_key=simulator-api-key`,
    "Mon 2 Mar 2026, 09:15:0",
    "shares open until 15:30",
    `export KITE_ROOT=${root}`,
    `export KITE_WS=${root.replace("http", "ws")}`,
    `createKite({ apiKey: "simulator-api-key", accessToken: "${token}", environment: { root: "${root}" } })`,
  ])
    expect(run.out).toContain(line);
  const headers = { authorization: `token simulator-api-key:${token}` };
  expect(await (await fetch(`${root}/user/profile`, { headers })).json()).toMatchObject({
    data: { user_id: "SIM001" },
  });
  expect(await run.stop("SIGINT")).toBe(0);
  expect(run.errors).toBe("");
  await expect(fetch(root)).rejects.toThrow("fetch failed");
});

test("--quiet prints the address alone, and SIGTERM ends it with 0", async () => {
  const run = program.start(["--port=0", "-q"]);
  await run.said(/\n/);
  expect(run.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(await run.stop("SIGTERM")).toBe(0);
  expect(run.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
});

test("--log prints a line for every request, without its query", async () => {
  const run = program.start(["--port", "0", "--log", "--clock", "2026-03-02"]);
  const [root] = (await run.said(addressIn)) ?? [];
  await fetch(`${root}/quote?i=NSE:HUSH`);
  await run.said(/\/quote/);
  expect(await run.stop()).toBe(0);
  expect(run.out).toMatch(/^ {2}09:15:0\d {2}GET {5}403 {2}- {7}\/quote$/m);
  expect(run.out).not.toContain("HUSH");
});

test("faults come from a file, with the latency and the limits that were asked for", async () => {
  const file = join(folder, "faults.json");
  writeFileSync(file, JSON.stringify({ rules: [{ match: "GET /trades", fault: { kind: "html", executed: true } }] }));
  const run = program.start(["--port", "0", "--faults", file, "--rate-limits", "--latency", "5"]);
  await run.said(/Ctrl-C/);
  const [root] = addressIn.exec(run.out) ?? [];
  expect(run.out).toContain(`faults from ${file}, every answer 5 ms late, 429 beyond Kite's rate limits`);
  expect((await fetch(`${root}/trades`)).headers.get("content-type")).toContain("text/html");
  const statuses = await Promise.all(Array.from({ length: 11 }, async () => (await fetch(`${root}/orders`)).status));
  expect(statuses).toContain(429);
  await run.stop();
});

test("a port in use is told, with what to do, and ends with 1", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const run = program.start(["--port", String(port)]);
  expect(await run.ended()).toBe(1);
  server.close();
  expect(run.errors).toBe(
    `kite-simulator: port ${port} is in use; end what listens there, or choose another port: --port ${port + 1}, --port 0\n`,
  );
});

test("what it does not understand is one line and 2, and --version is the version", async () => {
  const wrong = program.start(["--prot", "80"]);
  expect(await wrong.ended()).toBe(2);
  expect(wrong.errors).toBe("kite-simulator: there is no --prot; is it --port? (--help lists the options)\n");
  expect(wrong.out).toBe("");
  const versioned = program.start(["--version"]);
  expect(await versioned.ended()).toBe(0);
  expect(versioned.out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("records the stream of a server and plays it, and a recording that was killed can be played, too", async () => {
  const server = program.start(["--port", "0", "--clock", "2026-03-02T10:00", "--speed", "120", "--token"]);
  await server.said(/Ctrl-C/);
  const [root = ""] = addressIn.exec(server.out) ?? [];
  const token = /KITE_ACCESS_TOKEN=(\w+)/.exec(server.out)?.[1] ?? "";
  const account = { KITE_API_KEY: "simulator-api-key", KITE_ACCESS_TOKEN: token };
  const what = ["--instruments", "NSE:INFY,NSE:NIFTY 50"];
  const [whole, cut] = [join(folder, "whole.kite"), join(folder, "cut.kite")];
  const recorders = [
    program.start(["--record", whole, ...what], { ...account, KITE_ROOT: root }),
    program.start(["--record", cut, ...what, "--root", root], account),
  ] as const;
  for (const file of [whole, cut]) await until(() => framesIn(file) >= 2);
  expect(await Promise.all([recorders[0].stop("SIGINT"), recorders[1].stop("SIGKILL")])).toEqual([0, "SIGKILL"]);
  expect(recorders[0].out).toMatch(/2 instruments {2}\d+ frames {2}0\.\d MB {2}10:\d\d:\d\d to 1\d:\d\d:\d\d IST/);
  expect(recorders[0].out).toContain(`${whole} is complete. Play it with --replay ${whole}`);
  expect(recorders[0].out + recorders[0].errors).not.toContain(token);
  expect(readRecording(readFileSync(cut)).isWhole).toBe(false);
  const { start } = readRecording(readFileSync(whole));
  await server.stop();

  const replay = program.start(["--replay", whole, "--port", "0", "--token"]);
  await replay.said(/Ctrl-C/);
  expect(replay.out).toMatch(/Replay {7}2 instruments, \d+ frames, until Mon 2 Mar 2026, 1\d:\d\d:\d\d IST/);
  const [url] = addressIn.exec(replay.out) ?? [];
  const headers = { authorization: `token simulator-api-key:${/KITE_ACCESS_TOKEN=(\w+)/.exec(replay.out)?.[1]}` };
  const quotes = await (await fetch(`${url}/quote?i=NSE:INFY&i=NSE:TCS`, { headers })).json();
  expect(Object.keys(quotes.data)).toEqual(["NSE:INFY"]);
  const clock = await (await fetch(`${url}/simulator/clock`)).json();
  expect(clock.data.start).toBe(start);
  expect(await replay.stop("SIGTERM")).toBe(0);
}, 30_000);

test("a recording needs a server, a file and a token that is taken, and says which is missing", async () => {
  const account = { KITE_API_KEY: "simulator-api-key", KITE_ACCESS_TOKEN: "not-this-one" };
  const refused = async (file: string, variables: Record<string, string>) => {
    const run = program.start(["--record", file, "--instruments", "NSE:INFY"], variables);
    expect(await run.ended()).not.toBe(0);
    expect(run.errors).not.toContain("not-this-one");
    return run.errors;
  };
  const server = program.start(["--port", "0", "-q"]);
  const [root = ""] = (await server.said(addressIn)) ?? [];
  const file = join(folder, "refused.kite");
  expect(await refused(file, { ...account, KITE_ROOT: root })).toContain(`${root} answers 403`);
  expect(await refused(file, { ...account, KITE_ROOT: "nowhere" })).toContain('KITE_ROOT holds no URL: "nowhere"');
  writeFileSync(file, "mine");
  expect(await refused(file, { ...account, KITE_ROOT: root })).toContain(`${file} exists`);
  expect(readFileSync(file, "utf8")).toBe("mine");
  await server.stop();
});

test.each([
  [["--record", "x.kite", "--instruments", "NSE:INFY"], 2, "takes the account from KITE_API_KEY and KITE_ACCESS_TOKEN"],
  [["--replay", "no-such.kite"], 1, "there is no no-such.kite; --record makes one"],
  [["--market", "NSE:NOSUCH", "--port", "0"], 2, "NSE:NOSUCH"],
  [["--faults", "no-such.json"], 2, '--faults takes "storm" or a file, and there is no no-such.json'],
])("%j says what is missing", async (args, code, message) => {
  const run = program.start(args);
  expect(await run.ended()).toBe(code);
  expect(run.errors).toContain(message);
  expect(run.errors.trim().split("\n")).toHaveLength(1);
});

function framesIn(file: string): number {
  try {
    return readRecording(readFileSync(file)).frames;
  } catch {
    return 0;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}
