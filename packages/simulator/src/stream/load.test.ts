import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { parseCsv } from "../testing/csv.ts";
import { StreamClient } from "../testing/stream-client.ts";
import { readFrame } from "../testing/stream-reader.ts";
import { TRADING_HOURS } from "../testing/trade.ts";

// everything that is listed, several times over: that takes a while on a busy machine
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let now: number;
let simulator: Simulator;
let client: StreamClient;
let tokens: number[];
beforeEach(async () => {
  now = TRADING_HOURS;
  const pace = { tickEveryMs: 3_600_000, heartbeatEveryMs: 3_600_000 };
  simulator = await startSimulator({ seed: 7, clock: () => now, ...pace });
  client = await StreamClient.open(simulator);
  const { rows } = parseCsv(await (await client.caller.fetch("/instruments")).text());
  tokens = rows.map(({ instrument_token }) => Number(instrument_token));
  client.send({ a: "subscribe", v: tokens });
  client.send({ a: "mode", v: ["full", tokens] });
  await client.settled();
});
afterEach(() => simulator.close());

test("everything there is fits into one frame, each instrument once", async () => {
  now += 1000;
  const packets = await client.frameAfter(() => simulator.stream.tick());
  expect(packets.map(({ token }) => token).sort()).toEqual([...tokens].sort());
  expect(packets.every(({ length }) => length === 184 || length === 32)).toBe(true);
});

test("who does not read misses rounds, and has the newest packets afterwards", async () => {
  const before = client.frames.length;
  client.socket.pause();
  for (let round = 0; round < 100; round += 1) {
    now += 1000;
    simulator.stream.tick();
  }
  client.socket.resume();
  await client.settled();
  // without a limit all of it, some 45 MB, would be waiting in the server
  expect(client.frames.length - before).toBeLessThan(50);
  now += 1000;
  simulator.setPrice("NSE:INFY", 1510);
  const infy = (await client.frameAfter(() => simulator.stream.tick())).find(({ token }) => token === 408_065);
  expect(infy).toMatchObject({ last: 151_000, fields: { time: Math.floor(now / 1000) } });
});

test("a flood comes in full, also to who is slow", async () => {
  const before = client.frames.length;
  client.socket.pause();
  simulator.stream.flood(20);
  client.socket.resume();
  await client.settled();
  expect(client.frames.slice(before).map((frame) => readFrame(frame).length)).toEqual(Array(20).fill(tokens.length));
});
