import { expect, test } from "vitest";
import { frameOf } from "../testing/frames.ts";
import { randomNumbers, randomPacket } from "../testing/random-packets.ts";
import { slowTick } from "../testing/slow-decoder.ts";
import { decodeFrame } from "./decode-frame.ts";
import { decodeFrameLazily } from "./decode-frame-lazily.ts";

const random = randomNumbers(7);
const packets = Array.from({ length: 40 }, () => randomPacket(random));
const full = packets.find(({ length }) => length === 184) ?? new Uint8Array();

test("ticks are what they were when their frame is used again for others", () => {
  const frame = frameOf(...packets);
  const { ticks } = decodeFrameLazily(frame);
  frame.fill(0xee);
  expect(ticks.map((tick) => ("copy" in tick ? tick.copy() : tick))).toStrictEqual(packets.map(slowTick));
});

test.each([
  ["a negative price", 68, 0xff],
  ["a quantity of four billion", 24, 0xff],
  ["every order there can be", 72, 0x7f],
])("bytes that are no number as a double are kept too: %s", (_, at, byte) => {
  const packet = new Uint8Array(184).fill(1);
  packet.fill(byte, at, at + 4);
  const frame = frameOf(packet);
  const { ticks } = decodeFrameLazily(frame);
  frame.fill(0xee);
  expect(ticks.map((tick) => ("copy" in tick ? tick.copy() : tick))).toStrictEqual([slowTick(packet)]);
});

test("ticks of frames that are kept read in them, each in its own", () => {
  const one = frameOf(full);
  const kept = [one, frameOf(...packets)].flatMap((frame) => decodeFrameLazily(frame, { keepFrame: true }).ticks);
  expect(kept.map((tick) => ("copy" in tick ? tick.copy() : tick))).toStrictEqual([full, ...packets].map(slowTick));
});

test("the book is made once", () => {
  const [tick] = decodeFrameLazily(frameOf(full)).ticks;
  if (tick?.mode !== "full" || !tick.tradable) throw new Error("expected a full tick");
  expect(tick.depth).toBe(tick.depth);
  expect(tick.copy().depth).not.toBe(tick.depth);
});

test("their JSON has everything, whether it was read or not", () => {
  const frame = frameOf(...packets);
  const sorted = (ticks: readonly object[]) =>
    (JSON.parse(JSON.stringify(ticks)) as object[]).map((tick) => Object.entries(tick).sort());
  expect(sorted(decodeFrameLazily(frame).ticks)).toEqual(sorted(decodeFrame(frame).ticks));
});

test("a copy stands alone", () => {
  const [tick] = decodeFrameLazily(frameOf(full)).ticks;
  if (!tick || !("copy" in tick)) throw new Error("expected a full tick");
  const copy = tick.copy();
  copy.ohlc.open = 1;
  for (const level of copy.depth.buy) level.price += 1;
  expect(tick.copy()).toStrictEqual(slowTick(full));
});
