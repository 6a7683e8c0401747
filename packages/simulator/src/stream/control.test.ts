import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSimulator, type Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { StreamClient, statusOf, streamUrl } from "../testing/stream-client.ts";
import { readFrame, readPacket } from "../testing/stream-reader.ts";
import { cashUser, TRADING_HOURS } from "../testing/trade.ts";

const HOUR_MS = 3_600_000;
const INFY = 408_065;
const NIFTY = 256_265;

let now: number;
let simulator: Simulator;
let client: StreamClient;
beforeEach(async () => {
  now = TRADING_HOURS;
  const pace = { tickEveryMs: HOUR_MS, heartbeatEveryMs: HOUR_MS };
  simulator = await startSimulator({ seed: 7, clock: () => now, users: [cashUser], ...pace });
  simulator.setPrice("NSE:INFY", 1500);
  client = await StreamClient.open(simulator);
  await client.frameAfter(() => client.send({ a: "subscribe", v: [INFY] }));
});
afterEach(() => simulator.close());

describe("ending sockets", () => {
  test.each([
    [undefined, 1006],
    [1006, 1006],
    [1000, 1000],
    [1012, 1012],
    [4000, 4000],
  ])("kill(%s) is close code %i to the client, and everybody may come back", async (code, seen) => {
    const other = await StreamClient.open(simulator, client.caller);
    simulator.stream.kill(code);
    expect(simulator.stream.connections).toEqual([]);
    await client.until(() => client.closed !== undefined);
    await other.until(() => other.closed !== undefined);
    expect([client.closed, other.closed]).toEqual([seen, seen]);
    const again = await StreamClient.open(simulator, client.caller);
    await again.frameAfter(() => again.send({ a: "subscribe", v: [NIFTY] }));
    expect(simulator.stream.connections).toEqual([
      { user_id: "CASH01", subscriptions: new Map([[NIFTY, "quote"]]), modes: { ltp: 0, quote: 1, full: 0 } },
    ]);
  });

  test.each([999, 1004, 1005, 1015, 2000, 5000, Number.NaN])("kill(%s) is a mistake, and ends nothing", (code) => {
    expect(() => simulator.stream.kill(code)).toThrow(TypeError);
    expect(simulator.stream.connections).toHaveLength(1);
  });

  test("expireSessions cuts the sockets that its tokens opened", async () => {
    simulator.expireSessions();
    await client.until(() => client.closed !== undefined);
    expect(client.closed).toBe(1006);
    expect(await statusOf(streamUrl(simulator, client.caller))).toBe(403);
  });

  test("so do six o'clock, by hand or by itself, and a logout, the latter with the next round", async () => {
    now = Date.parse("2026-03-03T05:59:59+05:30");
    simulator.stream.tick();
    expect(simulator.stream.connections).toHaveLength(1);
    now += 1000;
    simulator.stream.tick();
    expect(simulator.stream.connections).toEqual([]);

    const second = await StreamClient.open(simulator);
    simulator.setTime(now + 24 * HOUR_MS);
    await second.until(() => second.closed === 1006);

    const third = await StreamClient.open(simulator);
    const [, access_token = ""] = third.caller.headers.authorization?.split(":") ?? [];
    const query = new URLSearchParams({ api_key: simulator.apiKey, access_token });
    await third.caller.send(`/session/token?${query}`, { method: "DELETE" });
    expect(simulator.stream.connections).toHaveLength(1);
    simulator.stream.tick();
    await third.until(() => third.closed === 1006);
  });
});

describe("silence", () => {
  test("nothing arrives, the socket stays open, and the change comes with the first round after it", async () => {
    simulator.stream.silence();
    const before = client.messages.length;
    const pongs: unknown[] = [];
    client.socket.on("pong", (data) => pongs.push(data));
    client.socket.ping();
    client.send({ a: "subscribe", v: [NIFTY] });
    client.send("nonsense");
    simulator.setPrice("NSE:INFY", 1510);
    simulator.stream.tick();
    simulator.stream.send("hello");
    simulator.stream.flood(3);
    // a handshake is answered, though its socket is silent as well
    expect(await statusOf(streamUrl(simulator, client.caller))).toBe(101);
    expect(simulator.stream.connections[0]?.subscriptions.size).toBe(2);
    simulator.stream.resume();
    simulator.stream.tick();
    await client.settled();
    const [frame, text] = client.messages.slice(before);
    expect(readFrame(frame as Buffer)).toMatchObject([{ token: INFY, last: 151_000 }, { token: NIFTY }]);
    expect(text).toContain("settle");
    expect(pongs).toEqual([]);
    expect(client.closed).toBeUndefined();
  });
});

describe("refusing handshakes", () => {
  test.each([403, 429, 503])("answers %i until it is over, and leaves open sockets alone", async (status) => {
    simulator.stream.refuse(status);
    expect(await statusOf(streamUrl(simulator, client.caller))).toBe(status);
    expect(await statusOf(streamUrl(simulator, client.caller))).toBe(status);
    expect(simulator.stream.connections).toHaveLength(1);
    simulator.stream.accept();
    expect(await statusOf(streamUrl(simulator, client.caller))).toBe(101);
  });

  test.each([101, 200, 399, 600, 403.5])("refuse(%s) is a mistake", async (status) => {
    expect(() => simulator.stream.refuse(status)).toThrow(TypeError);
    expect(await statusOf(streamUrl(simulator, client.caller))).toBe(101);
  });
});

describe("odd frames", () => {
  const frameOf = async (cause: () => void): Promise<Buffer> => {
    const before = client.frames.length;
    cause();
    await client.until(() => client.frames.length > before);
    return client.frames[before] ?? Buffer.alloc(0);
  };

  test("half a frame has one whole packet and the beginning of another", async () => {
    const frame = await frameOf(() => simulator.stream.halfFrame());
    expect(frame.readUInt16BE(0)).toBe(2);
    expect(readPacket(frame.subarray(4, 12))).toMatchObject({ token: INFY, last: 150_000 });
    expect(frame.readUInt16BE(12)).toBe(44);
    expect(frame).toHaveLength(14 + 10);
  });

  test("an odd frame has a packet of 16 bytes", async () => {
    const frame = await frameOf(() => simulator.stream.oddFrame());
    expect(frame.readUInt16BE(0)).toBe(2);
    expect(readPacket(frame.subarray(4, 12))).toMatchObject({ token: INFY, last: 150_000 });
    expect(frame.readUInt16BE(12)).toBe(16);
    expect(frame).toHaveLength(14 + 16);
  });

  test("they go to sockets without subscriptions too", async () => {
    client.send({ a: "unsubscribe", v: [INFY] });
    await client.settled();
    expect(await frameOf(() => simulator.stream.halfFrame())).toHaveLength(24);
    expect(await frameOf(() => simulator.stream.oddFrame())).toHaveLength(30);
  });

  test("an empty frame says that it has no packets", async () => {
    expect(await frameOf(() => simulator.stream.emptyFrame())).toEqual(Buffer.from([0, 0]));
  });

  test("anything else can be sent as it is", async () => {
    expect(await frameOf(() => simulator.stream.send(Buffer.from([1, 2, 3])))).toEqual(Buffer.from([1, 2, 3]));
    simulator.stream.send('{"type":"message","data":"Markets are closed today."}');
    await client.until(() => client.texts.length > 1);
    expect(client.texts[1]).toEqual({ type: "message", data: "Markets are closed today." });
  });
});

test("a flood brings everything that is subscribed, so many times", async () => {
  const before = client.frames.length;
  simulator.stream.flood(500);
  await client.until(() => client.frames.length === before + 500);
  for (const frame of client.frames.slice(before))
    expect(readFrame(frame)).toMatchObject([{ token: INFY, length: 44 }]);
});

test.each([0, -1, 1.5, Number.POSITIVE_INFINITY])("flood(%s) is a mistake", (count) => {
  expect(() => simulator.stream.flood(count)).toThrow(TypeError);
});

test("a simulator without a port has no sockets, and its hands do nothing", () => {
  const { stream } = createSimulator();
  stream.tick();
  stream.kill();
  stream.flood(3);
  stream.send("hello");
  expect(stream.connections).toEqual([]);
});
