import { once } from "node:events";
import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { signIn } from "../testing/caller.ts";
import { StreamClient, streamUrl } from "../testing/stream-client.ts";
import { readFrame } from "../testing/stream-reader.ts";
import { cashUser, TRADING_HOURS } from "../testing/trade.ts";
import type { StreamOptions } from "./stream-options.ts";

const INFY = 408_065;

let simulator: Simulator;
// the stream is the only one that repeats anything; sockets keep their real timers
beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await simulator.close();
});

async function listening(options: StreamOptions = {}, clock = () => TRADING_HOURS): Promise<StreamClient> {
  simulator = await startSimulator({ seed: 7, clock, users: [cashUser], ...options });
  simulator.setPrice("NSE:INFY", 1500);
  const client = await StreamClient.open(simulator);
  await client.frameAfter(() => client.send({ a: "subscribe", v: [INFY] }));
  return client;
}

/** Waits until the server has noticed that a socket is gone, and fails by taking too long. */
async function timersLeft(count: number): Promise<void> {
  while (vi.getTimerCount() !== count) await setImmediate();
}

describe("rounds", () => {
  test("come every second of real time, whatever the clock of the simulator does", async () => {
    const client = await listening();
    simulator.setPrice("NSE:INFY", 1510);
    vi.advanceTimersByTime(999);
    await client.settled();
    expect(client.frames).toHaveLength(1);
    expect(await client.frameAfter(() => vi.advanceTimersByTime(1))).toMatchObject([{ last: 151_000 }]);
    simulator.setPrice("NSE:INFY", 1520);
    expect(await client.frameAfter(() => vi.advanceTimersByTime(1000))).toMatchObject([{ last: 152_000 }]);
  });

  test("come at another pace if that is wanted, and with everything", async () => {
    const client = await listening({ tickEveryMs: 50, ticks: "all" });
    vi.advanceTimersByTime(250);
    await client.settled();
    expect(client.frames.map((frame) => readFrame(frame).length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test("go on after one that has failed", async () => {
    let failures = 0;
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const client = await listening({ heartbeatEveryMs: 3_600_000 }, () => {
      if (failures === 0) return TRADING_HOURS;
      failures -= 1;
      throw new Error("out of time");
    });
    failures = 1;
    vi.advanceTimersByTime(1000);
    expect(error.mock.calls).toEqual([[expect.any(String), new Error("out of time")]]);
    simulator.setPrice("NSE:INFY", 1510);
    expect(await client.frameAfter(() => vi.advanceTimersByTime(1000))).toMatchObject([{ last: 151_000 }]);
  });
});

describe("heartbeats", () => {
  test("come after two seconds without anything else", async () => {
    const client = await listening({ tickEveryMs: 3_600_000 });
    vi.advanceTimersByTime(1500);
    simulator.stream.send("news");
    vi.advanceTimersByTime(1999);
    await client.until(() => client.messages.at(-1) === "news");
    expect(client.frames).toHaveLength(1);
    vi.advanceTimersByTime(1);
    await client.until(() => client.frames.length === 2);
    vi.advanceTimersByTime(4000);
    await client.until(() => client.frames.length === 4);
    expect(client.frames.slice(1)).toEqual(Array(3).fill(Buffer.from([0])));
  });

  test("are not needed while packets flow", async () => {
    const client = await listening({ ticks: "all" });
    vi.advanceTimersByTime(20_000);
    await client.settled();
    expect(client.frames).toHaveLength(21);
    expect(client.frames.every((frame) => readFrame(frame).length === 1)).toBe(true);
  });
});

test("nothing is timed while nobody listens", async () => {
  simulator = await startSimulator({ clock: () => TRADING_HOURS });
  const caller = await signIn(simulator);
  expect(vi.getTimerCount()).toBe(0);
  const one = await StreamClient.open(simulator, caller);
  const other = await StreamClient.open(simulator, caller);
  expect(vi.getTimerCount()).toBe(3);
  one.socket.close();
  await timersLeft(2);
  expect(other.closed).toBeUndefined();
  simulator.stream.kill();
  await timersLeft(0);
  await StreamClient.open(simulator, caller);
  expect(vi.getTimerCount()).toBe(2);
});

describe("closing the simulator", () => {
  test("says goodbye to who listens, and leaves nothing running", async () => {
    const client = await listening();
    vi.useRealTimers();
    const closed = simulator.close();
    await client.until(() => client.closed !== undefined);
    expect(client.closed).toBe(1001);
    await closed;
    expect(simulator.stream.connections).toEqual([]);
  });

  test("does not wait for somebody who does not answer", async () => {
    simulator = await startSimulator({ clock: () => TRADING_HOURS });
    vi.useRealTimers();
    const { host, hostname, port, pathname, search } = new URL(streamUrl(simulator, await signIn(simulator)));
    const socket = connect(Number(port), hostname);
    socket.on("error", () => {});
    const key = Buffer.alloc(16).toString("base64");
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`);
    socket.write(`Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`);
    await once(socket, "data");
    expect(simulator.stream.connections).toHaveLength(1);
    const gone = once(socket, "close");
    await simulator.close();
    await gone;
  });
});

test.each([
  { tickEveryMs: 0 },
  { tickEveryMs: Number.NaN },
  { tickEveryMs: Number.POSITIVE_INFINITY },
  { heartbeatEveryMs: 0 },
  { heartbeatEveryMs: 2 ** 31 },
])("refuses %o before it listens", async (options) => {
  const [name = ""] = Object.keys(options);
  await expect(startSimulator(options)).rejects.toThrow(new RegExp(`^${name}: `));
});
