import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signIn as accessToken } from "../cli/access-token.ts";
import { createSimulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller } from "../testing/caller.ts";
import { StreamClient } from "../testing/stream-client.ts";
import { TRADING_HOURS } from "../testing/trade.ts";
import { type Recording, readRecording } from "./read-recording.ts";
import { record } from "./record.ts";

// real processes, files and sockets, which a busy machine keeps waiting
vi.setConfig({ testTimeout: 30_000 });

const KEYS = ["NSE:INFY", "NSE:NIFTY 50", "NSE:RELIANCE"];
let recording: Recording;
let folder = "";
let path = "";
/** What the simulator that was recorded said about its minutes, when all was over. */
let minutes: (string | number)[][] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "replay-"));
  path = join(folder, "day.kite");
  const simulator = await startSimulator({ seed: 9, clock: { start: TRADING_HOURS, speed: 300 }, tickEveryMs: 20 });
  const { environment, apiKey } = simulator;
  const token = await accessToken(simulator);
  const running = await record({ root: environment.root, ws: environment.ws, apiKey, accessToken: token }, path, KEYS);
  while (running.progress().frames < 60) await new Promise((resolve) => setTimeout(resolve, 10));
  await running.end();
  const answer = await new Caller(simulator, token).get(historyOf(408065));
  minutes = answer.body.data.candles;
  await simulator.close();
  recording = readRecording(readFileSync(path));
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const historyOf = (token: number, interval = "minute"): string =>
  `/instruments/historical/${token}/${interval}?from=2026-03-02&to=2026-03-31`;

/** A replay whose clock is moved by hand. */
async function replayAt(at: number) {
  let now = at;
  const simulator = await startSimulator({ replay: recording, clock: () => now });
  const caller = new Caller(simulator, await accessToken(simulator));
  return { simulator, caller, goTo: (moment: number) => (now = moment) };
}

const packetOf = (token: number, at: number): Buffer | undefined => {
  const ticks = recording.ticks.get(token);
  const index = ticks?.upTo(at) ?? -1;
  return index < 0 ? undefined : ticks?.packet(index);
};

test("lists what was recorded, with the rows as they were", async () => {
  const { simulator, caller } = await replayAt(recording.start);
  const dump = await (await caller.fetch("/instruments")).text();
  expect(dump.trim().split(/\r?\n/)).toHaveLength(KEYS.length + 1);
  for (const { instrument_token, tradingsymbol } of recording.instruments) {
    expect(dump).toContain(`${instrument_token},`);
    expect(dump).toContain(tradingsymbol);
  }
  expect((await caller.get("/quote/ltp?i=NSE:TCS")).body.data).toEqual({});
  await simulator.close();
});

test("quotes are the packets of each moment, and before the first those of the beginning", async () => {
  const { simulator, caller, goTo } = await replayAt(recording.start);
  const read = async () => (await caller.get("/quote?i=NSE:INFY")).body.data["NSE:INFY"];
  const beginning = recording.quotes.get("NSE:INFY");
  expect(await read()).toMatchObject({
    last_price: beginning?.last_price,
    lower_circuit_limit: beginning?.band?.lower,
    upper_circuit_limit: beginning?.band?.upper,
  });
  const ticks = recording.ticks.get(408065);
  for (const index of [0, 7, 20, (ticks?.length ?? 1) - 1]) {
    const at = ticks?.timeOf(index) ?? 0;
    goTo(at);
    const packet = packetOf(408065, at);
    const row = await read();
    expect(row.last_price).toBe((packet?.readInt32BE(4) ?? 0) / 100);
    expect(row.volume).toBe(packet?.readUInt32BE(16));
    expect(row.ohlc).toMatchObject({
      open: (packet?.readInt32BE(28) ?? 0) / 100,
      close: (packet?.readInt32BE(40) ?? 0) / 100,
    });
    expect(row.depth.buy[0]).toEqual({
      price: (packet?.readInt32BE(68) ?? 0) / 100,
      quantity: packet?.readUInt32BE(64),
      orders: packet?.readUInt16BE(72),
    });
  }
  goTo(recording.end + 3_600_000);
  expect((await read()).last_price).toBe((packetOf(408065, recording.end)?.readInt32BE(4) ?? 0) / 100);
  await simulator.close();
});

test("the stream sends the recorded packets, byte for byte", async () => {
  const at = recording.start + (recording.end - recording.start) / 2;
  const { simulator, caller } = await replayAt(at);
  const client = await StreamClient.open(simulator, caller);
  const tokens = recording.instruments.map((row) => Number(row.instrument_token));
  client.send({ a: "subscribe", v: tokens });
  await client.until(() => client.frames.length > 0);
  const before = client.frames.length;
  client.send({ a: "mode", v: ["full", tokens] });
  await client.until(() => client.frames.length > before);
  const frame = client.frames[before] ?? Buffer.alloc(0);
  let place = 2;
  for (const token of tokens) {
    const length = frame.readUInt16BE(place);
    expect(frame.subarray(place + 2, place + 2 + length)).toEqual(packetOf(token, at));
    place += 2 + length;
  }
  client.socket.terminate();
  await simulator.close();
});

test("orders match the recorded prices and depth", async () => {
  const ticks = recording.ticks.get(408065);
  const at = ticks?.timeOf(10) ?? 0;
  const { simulator, caller } = await replayAt(at);
  const packet = packetOf(408065, at);
  const [quantity, price] = [packet?.readUInt32BE(124) ?? 0, (packet?.readInt32BE(128) ?? 0) / 100];
  const form = { exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", product: "MIS", order_type: "LIMIT" };
  const wish = { ...form, quantity: String(quantity + 5), price: String(price), validity: "DAY" };
  expect((await caller.form("POST", "/orders/regular", wish)).status).toBe(200);
  expect(simulator.orders()[0]).toMatchObject({ filled_quantity: quantity, average_price: price, status: "OPEN" });
  expect(() => simulator.setPrice("NSE:INFY", 1500)).toThrow("the prices of a replay are those of its recording");
  await simulator.close();
});

test("candles are made of the recorded ticks, up to the moment", async () => {
  const { simulator, caller, goTo } = await replayAt(recording.start);
  expect((await caller.get(historyOf(408065))).body.data.candles).toEqual([]);
  goTo(recording.end);
  const { candles } = (await caller.get(historyOf(408065))).body.data;
  expect(candles.length).toBeGreaterThan(3);
  const whole = candles.slice(1, -1) as (string | number)[][];
  // what was seen of a minute lies within it, and the volumes of all minutes together are what was traded meanwhile
  for (const [time, , high, low] of whole) {
    const [, , highest = 0, lowest = 0] = minutes.find(([same]) => same === time) ?? [];
    expect(high).toBeLessThanOrEqual(Number(highest));
    expect(low).toBeGreaterThanOrEqual(Number(lowest));
  }
  const traded = candles.reduce((sum: number, candle: number[]) => sum + (candle[5] ?? 0), 0);
  const last = packetOf(408065, recording.end)?.readUInt32BE(16) ?? 0;
  expect(traded).toBe(last - (recording.quotes.get("NSE:INFY")?.volume ?? 0));
  expect((await caller.get(historyOf(256265))).body.data.candles.length).toBeGreaterThan(3);
  await simulator.close();
});

test("the clock begins with the recording, users have money alone, and a file will do", async () => {
  const simulator = createSimulator({ replay: path });
  expect(simulator.clock.start).toBe(recording.start);
  const fast = createSimulator({ replay: path, clock: { speed: 30 } });
  expect(fast.clock).toMatchObject({ start: recording.start, speed: 30 });
  const answer = await simulator.fetch("http://x/portfolio/holdings", {
    headers: { authorization: `token ${simulator.apiKey}:${await accessToken(simulator)}` },
  });
  expect(await answer.json()).toMatchObject({ data: [] });
  expect(() => createSimulator({ replay: "no-such.kite" })).toThrow("ENOENT");
  const users = [{ user_id: "A", user_name: "A", portfolio: "trader" }] as const;
  expect(() => createSimulator({ replay: recording, users })).toThrow("users of a replay begin with money alone");
});
