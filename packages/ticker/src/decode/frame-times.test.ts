import { expect, test } from "vitest";
import { frameOf, fullPacket } from "../testing/frames.ts";
import { decodeFrame } from "./decode-frame.ts";
import { FrameTimes } from "./frame-times.ts";

const sent = (frame: Uint8Array, times?: FrameTimes) =>
  decodeFrame(frame, { times }).ticks.map((tick) => (tick.mode === "full" ? tick.exchange_timestamp : null));
const second = 1_772_423_100;
const two = frameOf(fullPacket(1, 100, second), fullPacket(2, 100, second));

test("ticks of a frame share the time of a second; those of another frame have their own", () => {
  const [first, other] = sent(two);
  expect(first).toEqual(new Date(second * 1000));
  expect(other).toBe(first);
  expect(sent(two)[0]).not.toBe(first);
});

test("frames that are given the same times share them", () => {
  const times = new FrameTimes();
  expect(sent(two, times)[0]).toBe(sent(two, times)[1]);
});

test("a time that somebody has changed is not given again", () => {
  const times = new FrameTimes();
  sent(two, times)[0]?.setFullYear(1999);
  expect(sent(two, times)).toEqual([new Date(second * 1000), new Date(second * 1000)]);
});

test("thousands of seconds, near and far from each other, are all right", () => {
  const times = new FrameTimes();
  for (let step = 0; step < 5000; step += 1) {
    const seconds = (second + step * (step % 3 ? 1 : 32)) % 2 ** 32;
    expect(times.at(seconds)?.getTime()).toBe(seconds * 1000);
  }
  expect(times.at(0)).toBeNull();
  expect(times.at(2 ** 32 - 1)?.getTime()).toBe((2 ** 32 - 1) * 1000);
});
