import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { sha256, signIn } from "../testing/caller.ts";
import { orderMessage } from "../testing/conformance/orders.ts";
import { PACKET_BYTES, STREAM_MESSAGES } from "../testing/conformance/stream.ts";
import { expectSchema, Walker } from "../testing/conformance/walker.ts";
import { StreamClient, statusOf, streamUrl } from "../testing/stream-client.ts";
import { readFrame } from "../testing/stream-reader.ts";
import { orderForm, type Row, TRADING_HOURS } from "../testing/trade.ts";

// on machines that have other things to do
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const postbacks: Row[] = [];
let receiver: ReturnType<typeof createServer>;
let simulator: Simulator;
let trader: Walker;
let client: StreamClient;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    request.setEncoding("utf8").on("data", (body) => postbacks.push(JSON.parse(body)));
    response.end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const postbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const quiet = { tickEveryMs: 1e6, heartbeatEveryMs: 1e6 };
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, postbackUrl, ...quiet });
  simulator.setPrice("NSE:INFY", 1500);
  client = await StreamClient.open(simulator);
  trader = new Walker(simulator, client.caller);
});
afterAll(async () => {
  await simulator.close();
  receiver.close();
});

test("packets of every exchange have the documented size in every mode, and say what the quote says", async () => {
  const listed: Row[] = await trader.ok("GET", "/instruments");
  const segments = new Map<string, Row>(listed.map((row) => [`${row.exchange} ${row.segment}`, row]));
  const keys = [...segments.values()].map(({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`);
  const quotes: Row = await trader.ok("GET", `/quote?${new URLSearchParams(keys.map((key) => ["i", key]))}`);
  const tokens = keys.map((key) => quotes[key].instrument_token);
  expect(new Set(tokens.map((token) => token % 256))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 9]));
  // what is new is sent in the mode `quote`
  let packets = await client.frameAfter(() => client.send({ a: "subscribe", v: tokens }));
  for (const mode of ["quote", "ltp", "full"] as const) {
    if (mode !== "quote") packets = await client.frameAfter(() => client.send({ a: "mode", v: [mode, tokens] }));
    expect(packets.map(({ token, length }) => [token, length])).toEqual(
      tokens.map((token) => [token, PACKET_BYTES[mode][token % 256 === 9 ? 1 : 0]]),
    );
    for (const [index, { last, token }] of packets.entries()) {
      const divisor = { 3: 10_000_000, 6: 10_000 }[token % 256] ?? 100;
      expect(last).toBe(Math.round(quotes[keys[index] ?? ""].last_price * divisor));
    }
  }
});

test("a heartbeat is one byte", async () => {
  const pulse = await startSimulator({ seed: 7, heartbeatEveryMs: 5, tickEveryMs: 1e6 });
  const listener = await StreamClient.open(pulse);
  await listener.until(() => listener.frames.length > 0);
  expect(listener.frames[0]?.length).toBe(1);
  await pulse.close();
});

test("messages in text are of a known kind, and orders are told as they are posted", async () => {
  const place = async (fields: Record<string, string>): Promise<string> =>
    (await trader.ok("POST", "/orders/regular", orderForm(fields))).order_id;
  const open = await place({ price: "1490", tag: "mine" });
  await trader.ok("PUT", `/orders/regular/${open}`, { price: "1491" });
  await trader.ok("DELETE", `/orders/regular/${open}`);
  const bought = await place({ order_type: "MARKET", market_protection: "-1" });
  client.send("no JSON");
  client.send({ a: "subscribe", v: ["408065"] });
  await client.settled();
  expect(new Set(client.texts.map(({ type }) => type))).toEqual(new Set(["instruments_meta", "order", "error"]));
  for (const message of client.texts) {
    const schema = STREAM_MESSAGES[message.type];
    if (!schema) throw new Error(`${message.type} is no known kind`);
    expectSchema(`message ${message.type}`, schema, message);
  }
  expect(client.orders.map(({ order_id, status }) => [order_id, status])).toEqual([
    [open, "UPDATE"],
    [open, "CANCELLED"],
    [bought, "COMPLETE"],
  ]);
  await expect.poll(() => postbacks.length).toBe(3);
  for (const message of postbacks) {
    expectSchema("postback", orderMessage, message);
    expect(message.checksum).toBe(sha256(message.order_id, message.order_timestamp, simulator.apiSecret));
    expect(client.orders).toContainEqual(message);
  }
  const rows: Row[] = await trader.ok("GET", "/orders");
  const told = client.orders.at(-1);
  const { status, ...same } = rows.find(({ order_id }) => order_id === bought);
  const shared = Object.keys(same).filter((key) => key in told);
  for (const key of shared) expect([key, told[key]]).toEqual([key, same[key]]);
  // of the keys of a row, a message lacks these
  expect(Object.keys(same).filter((key) => !(key in told))).toEqual(
    expect.arrayContaining(["account_id", "modified", "tags"]),
  );
  expect(status).toBe("COMPLETE");
});

test("a frame of nothing, one cut in half and one of a strange packet can be sent", async () => {
  simulator.stream.emptyFrame();
  await client.until(() => client.frames.some((frame) => frame.length === 2));
  const before = client.frames.length;
  simulator.stream.halfFrame();
  await client.until(() => client.frames.length > before);
  expect(() => readFrame(client.frames.at(-1) ?? Buffer.alloc(0))).toThrow();
});

test("a handshake without a session is 403, the fourth socket of an app 429", async () => {
  expect(await statusOf(streamUrl(simulator, client.caller, { access_token: "x" }))).toBe(403);
  expect(await statusOf(streamUrl(simulator, client.caller, { api_key: "x" }))).toBe(403);
  await StreamClient.open(simulator, await signIn(simulator));
  await StreamClient.open(simulator, await signIn(simulator));
  expect(await statusOf(streamUrl(simulator, client.caller))).toBe(429);
});
