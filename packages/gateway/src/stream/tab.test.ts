import { createKite } from "@kite/core";
import { createTicker, type Ticker } from "@kite/ticker";
import { decodeFrame } from "@kite/ticker/decode";
import { expect, onTestFinished, test } from "vitest";
import { resolveOptions } from "../options.ts";
import { noCounts } from "../stats.ts";
import { frameOf, type Packet, packetsOf } from "./packets.ts";
import { Tab, type TabSocket } from "./tab.ts";

/** A socket whose browser reads nothing until it is told to. */
class SlowSocket implements TabSocket {
  bufferedAmount = 0;
  readonly taken: (string | Uint8Array)[] = [];
  isCut = false;
  send(data: string | Uint8Array): void {
    this.taken.push(data);
    this.bufferedAmount += data.length;
  }
  close(): void {}
  terminate(): void {
    this.isCut = true;
  }
}

const { limits } = resolveOptions({ apiKey: "key", apiSecret: "secret", sessions: { secret: "s".repeat(32) } });
const session = { id: "1", user_id: "A", user_name: "A", accessToken: "t", signedInAt: 0, expires: new Date() };

function slowTab() {
  const socket = new SlowSocket();
  const counts = noCounts();
  let now = 0;
  const ticker = idleTicker();
  const tab = new Tab({ socket, session, ticker, limits, counts, now: () => now });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { socket, counts, tab, pass };
}

function idleTicker(): Ticker {
  // Nothing listens there; the tab is looked at before anything connects.
  const ticker = createTicker(createKite({ apiKey: "key", environment: { root: "http://127.0.0.1:9" } }));
  onTestFinished(() => ticker.close());
  return ticker;
}

/** A packet with the last price of an instrument, in paise. */
function packet(token: number, paise: number): Packet {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setUint32(0, token);
  new DataView(bytes.buffer).setInt32(4, paise);
  return { token, bytes };
}

test("a slow tab is sent the latest packet of each instrument when it has caught up, and what waits does not grow", () => {
  const { socket, counts, tab } = slowTab();
  socket.bufferedAmount = limits.unreadBytes + 1;
  for (let paise = 1; paise <= 1_000; paise += 1) {
    const packets = [packet(257, paise), packet(513, paise * 2)];
    tab.deliver(frameOf(packets), packets);
  }
  tab.catchUp();
  expect(socket.taken).toEqual([]);
  socket.bufferedAmount = 0;
  tab.catchUp();
  expect(socket.taken).toHaveLength(1);
  const { ticks } = decodeFrame(socket.taken[0] as Uint8Array);
  expect(ticks.map(({ instrument_token, last_price }) => [instrument_token, last_price])).toEqual([
    [257, 10],
    [513, 20],
  ]);
  expect(counts).toMatchObject({ conflated: 1_998, framesOut: 1 });
});

test("what a tab has unsubscribed does not come from what waits", () => {
  const { socket, tab } = slowTab();
  tab.follow({ a: "subscribe", tokens: [257, 513] });
  socket.bufferedAmount = limits.unreadBytes + 1;
  const packets = [packet(257, 1), packet(513, 2)];
  tab.deliver(frameOf(packets), packets);
  tab.follow({ a: "unsubscribe", tokens: [257] });
  socket.bufferedAmount = 0;
  tab.catchUp();
  expect(packetsOf(socket.taken[0] as Uint8Array).map(({ token }) => token)).toEqual([513]);
});

test("texts are not dropped: a tab that leaves too many unread is cut off", () => {
  const { socket, counts, tab } = slowTab();
  for (let turn = 0; turn < 10_000 && !socket.isCut; turn += 1) tab.tell("x".repeat(1_000));
  expect(socket.isCut).toBe(true);
  expect(socket.bufferedAmount).toBeLessThan(4 * limits.unreadBytes + 2_000);
  expect(counts.cutOff).toBe(1);
});

test("a tab that reads nothing for a minute is cut off", () => {
  const { socket, tab, pass } = slowTab();
  socket.bufferedAmount = limits.unreadBytes + 1;
  tab.deliver(frameOf([packet(257, 1)]), [packet(257, 1)]);
  pass(60_000);
  tab.heartbeat();
  expect(socket.isCut).toBe(false);
  pass(1);
  tab.heartbeat();
  expect(socket.isCut).toBe(true);
});
