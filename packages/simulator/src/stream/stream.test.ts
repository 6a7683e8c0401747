import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { StreamClient } from "../testing/stream-client.ts";
import { readFrame } from "../testing/stream-reader.ts";
import { cashUser, TRADING_HOURS } from "../testing/trade.ts";

const HOUR_MS = 3_600_000;
const INFY = 408_065;
const NIFTY = 256_265;

let now: number;
let simulator: Simulator;
let client: StreamClient;
beforeEach(async () => {
  now = TRADING_HOURS;
  // rounds are called by hand
  simulator = await startSimulator({ seed: 7, clock: () => now, users: [cashUser], tickEveryMs: HOUR_MS });
  simulator.setPrice("NSE:INFY", 1500);
  client = await StreamClient.open(simulator);
});
afterEach(() => simulator.close());

const subscribe = (...tokens: number[]): void => client.send({ a: "subscribe", v: tokens });
const setMode = (mode: string, ...tokens: number[]): void => client.send({ a: "mode", v: [mode, tokens] });

test("greets with how many instruments there are", () => {
  expect(client.texts).toEqual([
    { type: "instruments_meta", data: { count: expect.any(Number), etag: expect.stringMatching(/^W\/".+"$/) } },
  ]);
  expect(client.texts[0].data.count).toBeGreaterThan(2000);
});

describe("subscribing", () => {
  test("sends a quote packet of each at once, in one frame", async () => {
    const packets = await client.frameAfter(() => subscribe(INFY, NIFTY));
    expect(packets.map(({ token, length }) => [token, length])).toEqual([
      [INFY, 44],
      [NIFTY, 28],
    ]);
    expect(packets[0]?.last).toBe(150_000);
  });

  test("a mode changes the packets of what is subscribed, and of nothing else", async () => {
    await client.frameAfter(() => subscribe(INFY, NIFTY));
    const full = await client.frameAfter(() => setMode("full", INFY, NIFTY, 738_561));
    expect(full.map(({ token, length }) => [token, length])).toEqual([
      [INFY, 184],
      [NIFTY, 32],
    ]);
    expect((await client.frameAfter(() => setMode("ltp", INFY)))[0]).toEqual({
      token: INFY,
      length: 8,
      last: 150_000,
      fields: {},
      levels: [],
    });
    const [connection] = simulator.stream.connections;
    expect(connection?.modes).toEqual({ ltp: 1, quote: 0, full: 1 });
    expect([...(connection?.subscriptions ?? [])]).toEqual([
      [INFY, "ltp"],
      [NIFTY, "full"],
    ]);
  });

  test("asking again leaves the mode, and sends a packet again", async () => {
    await client.frameAfter(() => subscribe(INFY));
    await client.frameAfter(() => setMode("full", INFY));
    expect((await client.frameAfter(() => subscribe(INFY, INFY))).map(({ length }) => length)).toEqual([184]);
  });

  test("unsubscribing ends it", async () => {
    await client.frameAfter(() => subscribe(INFY, NIFTY));
    client.send({ a: "unsubscribe", v: [INFY, 738_561] });
    await client.settled();
    simulator.setPrice("NSE:INFY", 1510);
    simulator.setPrice("NSE:NIFTY 50", 25_000);
    const packets = await client.frameAfter(() => simulator.stream.tick());
    expect(packets.map(({ token }) => token)).toEqual([NIFTY]);
  });

  test("a token that stands for nothing sends nothing, and hurts nobody", async () => {
    subscribe(1, 2 ** 32 - 1);
    await client.settled();
    expect(client.frames).toEqual([]);
    expect((await client.frameAfter(() => subscribe(1, INFY))).map(({ token }) => token)).toEqual([INFY]);
  });

  test("beyond 3000 instruments there is an error, and the rest stands", async () => {
    const tokens = Array.from({ length: 3005 }, (_, number) => number * 256);
    subscribe(...tokens.slice(0, 1500));
    subscribe(...tokens.slice(1000));
    await client.settled();
    expect(client.texts[1]).toEqual({ type: "error", data: "5 instruments were not added: the limit is 3000." });
    expect(simulator.stream.connections[0]?.subscriptions.size).toBe(3000);
    client.send({ a: "unsubscribe", v: [0] });
    expect((await client.frameAfter(() => subscribe(INFY)))[0]?.token).toBe(INFY);
  });
});

test.each([
  ["hello", "The message is no JSON object."],
  ['{"a":"sell","v":[1]}', 'Unknown action "sell".'],
  ['{"a":"subscribe","v":["408065"]}', "Expected a list of instrument tokens."],
])("answers %s with an error, and goes on", async (text, data) => {
  client.send(text);
  await client.until(() => client.texts.length === 2);
  expect(client.texts[1]).toEqual({ type: "error", data });
  expect(await client.frameAfter(() => subscribe(INFY))).toHaveLength(1);
});

test("answers bytes with an error, and pings with pongs", async () => {
  client.socket.send(Buffer.from('{"a":"subscribe","v":[408065]}'));
  await client.until(() => client.texts.length === 2);
  expect(client.texts[1]).toEqual({ type: "error", data: "Expected text, got bytes." });
  const pong = new Promise((resolve) => client.socket.once("pong", (data) => resolve(String(data))));
  client.socket.ping("here?");
  expect(await pong).toBe("here?");
});

describe("a round", () => {
  test("brings what has changed, in the mode of each socket", async () => {
    const other = await StreamClient.open(simulator, client.caller);
    await client.frameAfter(() => subscribe(INFY, NIFTY));
    await other.frameAfter(() => other.send({ a: "subscribe", v: [INFY] }));
    await other.frameAfter(() => other.send({ a: "mode", v: ["ltp", [INFY]] }));
    simulator.setPrice("NSE:INFY", 1510);
    const packets = await client.frameAfter(() => simulator.stream.tick());
    expect(packets.map(({ token, length, last }) => [token, length, last])).toEqual([[INFY, 44, 151_000]]);
    await other.until(() => other.frames.length === 3);
    expect(readFrame(other.frames[2] as Buffer)).toMatchObject([{ token: INFY, length: 8, last: 151_000 }]);
  });

  test("brings nothing when nothing has changed", async () => {
    await client.frameAfter(() => subscribe(INFY));
    simulator.stream.tick();
    simulator.stream.tick();
    await client.settled();
    expect(client.frames).toHaveLength(1);
  });

  test("leaves out a change that the mode does not show", async () => {
    simulator.setPrice("NSE:INFY", 1500);
    await client.frameAfter(() => subscribe(INFY, NIFTY));
    await client.frameAfter(() => setMode("full", NIFTY));
    await client.frameAfter(() => setMode("ltp", INFY));
    // a second later the price that was set by hand is the same, and the time another one
    now += 1000;
    const packets = await client.frameAfter(() => simulator.stream.tick());
    expect(packets).toMatchObject([{ token: NIFTY, fields: { time: now / 1000 } }]);
  });

  test("a snapshot for one socket takes nothing away from another", async () => {
    const other = await StreamClient.open(simulator, client.caller);
    await client.frameAfter(() => subscribe(INFY));
    simulator.setPrice("NSE:INFY", 1510);
    await other.frameAfter(() => other.send({ a: "subscribe", v: [INFY] }));
    expect(await client.frameAfter(() => simulator.stream.tick())).toMatchObject([{ last: 151_000 }]);
    await other.settled();
    expect(other.frames).toHaveLength(1);
  });

  test("leaves out what has expired meanwhile", async () => {
    now = Date.parse("2026-03-30T22:00:00+05:30");
    const late = await StreamClient.open(simulator);
    const future = (await late.caller.get("/quote/ltp?i=NFO:NIFTY26MARFUT")).body.data["NFO:NIFTY26MARFUT"];
    const tokens = [future.instrument_token, NIFTY];
    expect(await late.frameAfter(() => late.send({ a: "subscribe", v: tokens }))).toMatchObject([
      { token: future.instrument_token, last: Math.round(future.last_price * 100) },
      { token: NIFTY },
    ]);
    now += 2 * HOUR_MS;
    expect(await late.frameAfter(() => simulator.stream.flood(1))).toMatchObject([{ token: NIFTY }]);
  });
});
