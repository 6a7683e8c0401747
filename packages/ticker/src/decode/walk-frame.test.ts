import { describe, expect, test } from "vitest";
import { hex } from "../testing/hex.ts";
import { decodeFrame } from "./decode-frame.ts";

const infy = "0008 00063A01 00026683";
const tokens = (bytes: Uint8Array | ArrayBuffer) => {
  const { ticks, problems } = decodeFrame(bytes);
  return { tokens: ticks.map(({ instrument_token }) => instrument_token), problems };
};

test.each([
  ["a heartbeat", "00"],
  ["a heartbeat of any value", "FF"],
  ["no bytes at all", ""],
  ["no packets", "0000"],
])("%s is neither a tick nor a problem", (_, digits) => {
  expect(tokens(hex(digits))).toEqual({ tokens: [], problems: [] });
});

describe("the ticks around what cannot be read arrive", () => {
  test.each([
    ["a packet of 16 bytes", `0003 ${infy} 0010 ${"AA".repeat(16)} ${infy}`, 2, "unknown-length", 14, 16, 1],
    [
      "packets of 16 bytes",
      `0003 0010 ${"AA".repeat(16)} 0010 ${"AA".repeat(16)} ${infy}`,
      1,
      "unknown-length",
      4,
      16,
      2,
    ],
    ["a packet without bytes", `0002 0000 ${infy}`, 1, "unknown-length", 4, 0, 1],
    ["a packet without bytes at the end", "0001 0000", 0, "unknown-length", 4, 0, 1],
    ["a packet longer than the frame", `0002 ${infy} 002C ${"AA".repeat(10)}`, 1, "truncated", 12, 12, 1],
    ["a packet of which only the length came", `0002 ${infy} 00B8`, 1, "truncated", 12, 2, 1],
    ["half a length", `0002 ${infy} 00`, 1, "truncated", 12, 1, 1],
    ["packets that are announced and missing", `0007 ${infy}`, 1, "truncated", 12, 0, 6],
    ["a count and nothing else", "FFFF", 0, "truncated", 2, 0, 65535],
    ["bytes behind the last packet", `0001 ${infy} AABBCC`, 1, "trailing-bytes", 12, 3, 0],
  ] as const)("%s", (_, digits, ticks, kind, offset, length, packets) => {
    expect(tokens(hex(digits))).toEqual({
      tokens: Array(ticks).fill(408065),
      problems: [{ kind, offset, length, packets }],
    });
  });

  test("problems of several kinds", () => {
    expect(tokens(hex(`0005 0003 AAAAAA ${infy} 0001 AA 0003 BBBBBB 00B8 FF`))).toEqual({
      tokens: [408065],
      problems: [
        { kind: "unknown-length", offset: 4, length: 3, packets: 2 },
        { kind: "unknown-length", offset: 19, length: 1, packets: 1 },
        { kind: "truncated", offset: 25, length: 3, packets: 1 },
      ],
    });
  });
});

describe("a frame may be", () => {
  const frame = hex(`0001 ${infy}`);

  test("an ArrayBuffer", () => {
    expect(tokens(Uint8Array.from(frame).buffer).tokens).toEqual([408065]);
  });

  test("part of a larger buffer, whose other bytes do not exist for it", () => {
    const pool = new Uint8Array(64).fill(0xff);
    pool.set(frame, 7);
    expect(tokens(pool.subarray(7, 7 + frame.length))).toEqual({ tokens: [408065], problems: [] });
    expect(tokens(pool.subarray(7, 7 + frame.length - 1)).problems).toMatchObject([{ kind: "truncated" }]);
  });

  test("a Buffer of Node", () => {
    expect(tokens(Buffer.from(frame)).tokens).toEqual([408065]);
  });

  test("gone to a worker, and then it is empty", () => {
    const sent = Uint8Array.from(frame);
    structuredClone(sent.buffer, { transfer: [sent.buffer] });
    expect(tokens(sent)).toEqual({ tokens: [], problems: [] });
    expect(tokens(sent.buffer)).toEqual({ tokens: [], problems: [] });
  });
});
