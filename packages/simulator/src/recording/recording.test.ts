import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signIn } from "../cli/access-token.ts";
import { istDate } from "../ist.ts";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { TRADING_HOURS } from "../testing/trade.ts";
import { readRecording } from "./read-recording.ts";
import { type RecordingInProgress, record } from "./record.ts";
import { type Source, SourceError } from "./source.ts";

// real processes, files and sockets, which a busy machine keeps waiting
vi.setConfig({ testTimeout: 30_000 });

const KEYS = ["NSE:INFY", "NSE:NIFTY 50", "BSE:TCS"];
let simulator: Simulator;
let source: Source;
let path = "";
let folder = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "recording-"));
  path = join(folder, "day.kite");
  // three seconds of the market in every round
  simulator = await startSimulator({ clock: { start: TRADING_HOURS, speed: 60 }, tickEveryMs: 50 });
  const { environment, apiKey } = simulator;
  source = { root: environment.root, ws: environment.ws, apiKey, accessToken: await signIn(simulator) };
});
afterEach(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

const framesOf = (recording: RecordingInProgress, count: number): Promise<void> =>
  until(() => recording.progress().frames >= count);

test("keeps rows, quotes and every frame, and nothing that says whose account it was", async () => {
  const running = await record(source, path, KEYS);
  await framesOf(running, 5);
  await running.end();
  const recording = readRecording(readFileSync(path));
  expect(recording.isWhole).toBe(true);
  expect(recording.frames).toBe(running.progress().frames);
  expect(recording.instruments.map(({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`)).toEqual(KEYS);
  expect([...recording.quotes.keys()]).toEqual(KEYS);
  expect([...recording.ticks.keys()].sort()).toEqual(
    recording.instruments.map(({ instrument_token }) => Number(instrument_token)).sort(),
  );
  // by the clock of the simulator, not by that of this machine
  expect(istDate(recording.start)).toBe(istDate(TRADING_HOURS));
  expect(recording.end).toBeGreaterThan(recording.start);
  const { gunzipSync } = await import("node:zlib");
  const text = gunzipSync(readFileSync(path)).toString("latin1");
  for (const secret of [source.apiKey, source.accessToken, "SIM001"]) expect(text).not.toContain(secret);
});

test("connects again when the stream is cut off, subscribes again, and knows the gap", async () => {
  const running = await record(source, path, KEYS);
  await framesOf(running, 3);
  simulator.stream.kill();
  await until(() => running.progress().lost !== undefined);
  expect(running.progress().lost).toBe("closed with 1006");
  const before = running.progress().frames;
  await framesOf(running, before + 3);
  await running.end();
  const { gaps } = readRecording(readFileSync(path));
  expect(gaps).toHaveLength(1);
  expect(gaps[0]?.to).toBeGreaterThan(gaps[0]?.from ?? Number.NaN);
});

test("a dead access token ends it, and what was recorded can be read", async () => {
  const running = await record(source, path, KEYS);
  await framesOf(running, 3);
  simulator.expireSessions();
  expect((await running.broken).message).toBe(`${source.ws} does not take the access token`);
  await running.end();
  expect(readRecording(readFileSync(path)).isWhole).toBe(true);
});

test.each([
  [["NSE:NOSUCH"], "does not list NSE:NOSUCH"],
  [["XYZ:INFY"], "answers 400 (Invalid `exchange`.) to /instruments/XYZ"],
])("refuses %j before there is a file", async (keys, message) => {
  await expect(record(source, path, keys)).rejects.toThrow(new SourceError(`${source.root} ${message}`));
  expect(() => readFileSync(path)).toThrow("ENOENT");
});

test("says that a token is not taken, without the token", async () => {
  const wrong = { ...source, accessToken: "not-this-one" };
  const failure = await record(wrong, path, KEYS).catch((error: Error) => error);
  expect(failure).toBeInstanceOf(SourceError);
  expect(String(failure)).toContain("answers 403");
  expect(String(failure)).not.toContain("not-this-one");
});

test("never writes over a file", async () => {
  const first = await record(source, path, KEYS);
  await framesOf(first, 1);
  await first.end();
  const second = await record(source, path, KEYS);
  expect((await second.broken).message).toContain("EEXIST");
  await expect(second.end()).rejects.toThrow("EEXIST");
  expect(readRecording(readFileSync(path)).isWhole).toBe(true);
});
