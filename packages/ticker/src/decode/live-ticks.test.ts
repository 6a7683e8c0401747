import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { frameOf } from "../testing/frames.ts";
import { packetLengths, randomNumbers, randomPacket } from "../testing/random-packets.ts";
import { slowTick } from "../testing/slow-decoder.ts";
import type { LiveTick } from "./live-tick.ts";
import { LiveTicks } from "./live-ticks.ts";
import type { FullTick } from "./tick.ts";

const TOKEN = 0x63a01;

/** Packets of one instrument. */
function packetsOf(seed: number, count: number): Uint8Array[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const packet = randomPacket(random);
    new DataView(packet.buffer).setUint32(0, TOKEN);
    return packet;
  });
}
const ofLength = (length: number, fill: number): Uint8Array => {
  const packet = new Uint8Array(length).fill(fill);
  new DataView(packet.buffer).setUint32(0, TOKEN);
  return packet;
};

test("the latest tick is what the last packet said, through hundreds of packets of all kinds", () => {
  const live = new LiveTicks();
  for (const packet of packetsOf(1, 500)) {
    live.update(frameOf(packet));
    expect(live.latest(TOKEN)?.copy()).toStrictEqual(slowTick(packet));
  }
});

test.each(packetLengths)("all packets of %i bytes are shown by one object, and by the objects in it", (length) => {
  const live = new LiveTicks();
  live.update(frameOf(ofLength(length, 1)));
  const tick = live.latest(TOKEN) as LiveTick;
  const parts = [
    tick,
    "ohlc" in tick && tick.ohlc,
    "depth" in tick && [tick.depth, ...tick.depth.buy, ...tick.depth.sell],
  ];
  expect(structuredClone(tick)).toEqual(slowTick(ofLength(length, 1)));
  live.update(frameOf(ofLength(length, 2)));
  const same = live.latest(TOKEN) as LiveTick;
  expect(same).toBe(tick);
  expect([
    same,
    "ohlc" in same && same.ohlc,
    "depth" in same && [same.depth, ...same.depth.buy, ...same.depth.sell],
  ]).toEqual(parts);
  expect(structuredClone(tick)).toEqual(slowTick(ofLength(length, 2)));
});

test("a book, a row or prices that a program holds on to go with the packets", () => {
  const live = new LiveTicks();
  live.update(frameOf(ofLength(184, 1)));
  const tick = live.latest(TOKEN);
  if (tick?.mode !== "full" || !tick.tradable) throw new Error("not a full tick");
  const { depth, ohlc } = tick;
  const [best] = depth.buy;
  live.update(frameOf(ofLength(184, 2)));
  const now = slowTick(ofLength(184, 2)) as FullTick;
  expect(structuredClone({ depth, ohlc })).toEqual({ depth: now.depth, ohlc: now.ohlc });
  expect({ ...best }).toEqual(now.depth.buy[0]);
  expect(JSON.parse(JSON.stringify(depth))).toEqual(now.depth);
  live.update(frameOf(ofLength(8, 3)));
  expect({ ...best }).toEqual(now.depth.buy[0]);
});

test.each(packetLengths)(
  "a tick of %i bytes shows its fields as a plain one does, when it is printed too",
  (length) => {
    const live = new LiveTicks();
    const packet = ofLength(length, 1);
    live.update(frameOf(packet));
    const tick = live.latest(TOKEN) as LiveTick;
    expect(Object.keys(tick).sort()).toEqual(Object.keys(slowTick(packet) ?? {}).sort());
    expect({ ...tick }).toEqual(slowTick(packet));
    expect(inspect(tick, { depth: 5 })).not.toContain("Getter");
  },
);

test("nothing of a live tick can be written", () => {
  const live = new LiveTicks();
  live.update(frameOf(ofLength(8, 1)));
  expect(() => Object.assign(live.latest(TOKEN) ?? {}, { last_price: 1 })).toThrow(TypeError);
});

test("a change of mode brings another object, so that nothing of the old mode stays", () => {
  const live = new LiveTicks();
  live.update(frameOf(ofLength(184, 1)));
  const full = live.latest(TOKEN);
  live.update(frameOf(ofLength(8, 2)));
  expect(live.latest(TOKEN)).not.toBe(full);
  expect(live.latest(TOKEN)).toEqual({ mode: "ltp", tradable: true, instrument_token: TOKEN, last_price: 336860.18 });
  expect(full?.copy()).toStrictEqual(slowTick(ofLength(184, 1)));
});

test("each packet is told of in its turn, also when an instrument comes twice in a frame", () => {
  const live = new LiveTicks();
  const packets = packetsOf(3, 50);
  const seen: unknown[] = [];
  expect(live.update(frameOf(...packets), (tick) => seen.push(tick.copy()))).toEqual([]);
  expect(seen).toStrictEqual(packets.map(slowTick));
});

test("a copy is not overwritten", () => {
  const live = new LiveTicks();
  live.update(frameOf(ofLength(184, 1)));
  const copy = live.latest(TOKEN)?.copy();
  live.update(frameOf(ofLength(184, 2)));
  expect(copy).toStrictEqual(slowTick(ofLength(184, 1)));
});

test("JSON has all fields", () => {
  const live = new LiveTicks();
  live.update(frameOf(ofLength(184, 1)));
  expect(JSON.parse(JSON.stringify(live.latest(TOKEN)))).toEqual(
    JSON.parse(JSON.stringify(slowTick(ofLength(184, 1)))),
  );
});

test("an instrument that is deleted is unknown until its next packet", () => {
  const live = new LiveTicks();
  expect(live.latest(TOKEN)).toBeUndefined();
  live.update(frameOf(ofLength(44, 1)));
  expect(live.delete(TOKEN)).toBe(true);
  expect(live.delete(TOKEN)).toBe(false);
  expect(live.latest(TOKEN)).toBeUndefined();
  live.update(frameOf(ofLength(44, 3)));
  expect(live.latest(TOKEN)?.copy()).toStrictEqual(slowTick(ofLength(44, 3)));
});

describe("what the listener throws", () => {
  test("comes out of update, with the ticks before it taken in", () => {
    const live = new LiveTicks();
    const stop = new Error("stop");
    const seen: LiveTick[] = [];
    const update = () =>
      live.update(frameOf(ofLength(8, 1), ofLength(8, 2)), (tick) => {
        seen.push(tick);
        throw stop;
      });
    expect(update).toThrow(stop);
    expect(seen).toHaveLength(1);
    expect(live.latest(TOKEN)?.last_price).toBe(168430.09);
  });
});

test("two stores know nothing of each other", () => {
  const one = new LiveTicks();
  const other = new LiveTicks({ divisors: { 1: 1 } });
  for (const live of [one, other]) live.update(frameOf(ofLength(8, 0)));
  one.update(frameOf(ofLength(8, 1)));
  expect(other.latest(TOKEN)?.last_price).toBe(0);
});
