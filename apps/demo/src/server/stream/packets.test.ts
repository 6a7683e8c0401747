import { expect, test } from "vitest";
import { frameOf, packetsOf } from "./packets.ts";

const ltp = (token: number, price: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, token);
  view.setUint32(4, price);
  return bytes;
};

test("a frame that was taken apart and put together is the same, to the byte", () => {
  const frame = Uint8Array.of(0, 2, 0, 8, ...ltp(408065, 150150), 0, 4, 0, 0, 1, 9);
  expect(packetsOf(frame).map(({ token }) => token)).toEqual([408065, 265]);
  expect(frameOf(packetsOf(frame))).toEqual(frame);
});

test("what is kept of a frame is read where it lies in a larger buffer", () => {
  const frame = frameOf([{ token: 408065, bytes: ltp(408065, 150150) }]);
  const larger = Uint8Array.of(9, 9, 9, ...frame, 9);
  expect(packetsOf(larger.subarray(3, 3 + frame.length))).toEqual([{ token: 408065, bytes: ltp(408065, 150150) }]);
});

test.each([
  ["nothing", []],
  ["a heartbeat", [0]],
  ["no packets", [0, 0]],
  ["a packet that is cut off", [0, 1, 0, 8, 0, 0, 1, 9]],
  ["a packet without a token", [0, 1, 0, 2, 0, 0, 0, 0]],
])("%s has no packets", (_, bytes) => {
  expect(packetsOf(Uint8Array.from(bytes))).toEqual([]);
});

test("the packets before one that is cut off are there", () => {
  const frame = Uint8Array.of(0, 2, 0, 8, ...ltp(265, 1), 0, 8, 0, 0);
  expect(packetsOf(frame).map(({ token }) => token)).toEqual([265]);
});
