import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Candle } from "@kite/models";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CandleBuilder } from "../candles/candle-builder.ts";
import { decodeFrame } from "../decode/decode-frame.ts";
import { frameOf, fullPacket } from "../testing/frames.ts";
import type { RecordedFrame } from "./format.ts";
import { readRecording } from "./read-recording.ts";
import { recordTo } from "./record-to.ts";
import { replay } from "./replay.ts";

let folder = "";
const file = (name = "monday.kite") => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "recording-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const frame = (number: number): RecordedFrame => ({
  at: new Date(1_772_423_100_000 + number * 250),
  bytes: new Uint8Array(200 + number).fill(number),
});
const many = Array.from({ length: 2000 }, (_, number) => frame(number));

async function record(frames: readonly RecordedFrame[], path = file()): Promise<void> {
  await using recording = await recordTo(path);
  for (const { at, bytes } of frames) recording.add(bytes, at);
}

/** Frames as text: thousands of byte arrays take the test runner seconds to compare. */
const shown = (frames: readonly RecordedFrame[]): string[] =>
  frames.map(({ at, bytes }) => `${at.toISOString()} ${Buffer.from(bytes).toString("hex")}`);

async function readAll(path = file()): Promise<string[]> {
  const frames: RecordedFrame[] = [];
  for await (const { at, bytes } of readRecording(path)) frames.push({ at, bytes: Uint8Array.from(bytes) });
  return shown(frames);
}

test("a file gives back what was recorded in it", async () => {
  await record(many);
  expect(await readAll()).toEqual(shown(many));
});

test("a packed file is read in place", async () => {
  await record(many);
  writeFileSync(file("monday.kite.gz"), gzipSync(readFileSync(file())));
  expect(await readAll(file("monday.kite.gz"))).toEqual(shown(many));
});

test("a file that was cut gives what is whole, packed or not", async () => {
  await record(many);
  const packed = file("monday.kite.gz");
  writeFileSync(packed, gzipSync(readFileSync(file())));
  truncateSync(file(), 1000);
  expect(await readAll()).toEqual(shown(many.slice(0, 4)));
  truncateSync(packed, 3000);
  const frames = await readAll(packed);
  expect(frames.length).toBeGreaterThan(10);
  expect(frames).toEqual(shown(many.slice(0, frames.length)));
});

test("a loop may end in the middle", async () => {
  await record(many);
  for await (const { bytes } of readRecording(file())) {
    expect(bytes).toHaveLength(200);
    break;
  }
});

test("a recording is not overwritten, and a folder that is not there is Node's own error", async () => {
  await record(many.slice(0, 1));
  await expect(recordTo(file())).rejects.toMatchObject({ code: "EEXIST" });
  expect(await readAll()).toHaveLength(1);
  await expect(recordTo(join(folder, "nowhere", "monday.kite"))).rejects.toMatchObject({ code: "ENOENT" });
  await expect(readAll(file("tuesday.kite"))).rejects.toMatchObject({ code: "ENOENT" });
  await expect(readAll(file("tuesday.kite.gz"))).rejects.toMatchObject({ code: "ENOENT" });
});

test("a reader that is not used opens nothing, so nothing can fail behind one's back", async () => {
  readRecording(file("tuesday.kite"));
  await new Promise((resolve) => setTimeout(resolve, 20));
});

test("what the disk refuses is told at the close, and ends nothing else", async () => {
  await record([frame(1)], file("other.kite"));
  // The system gives out the lowest number that is free, so this is what the recording will have.
  const number = openSync(file("other.kite"), "r");
  closeSync(number);
  const recording = await recordTo(file());
  expect(fstatSync(number).ino).toBe(statSync(file()).ino);
  closeSync(number);
  // Now its number stands for a file that may only be read.
  expect(openSync(file("other.kite"), "r")).toBe(number);
  recording.add(frame(2).bytes);
  await expect(recording.close()).rejects.toMatchObject({ code: "EBADF" });
  recording.add(frame(3).bytes);
  await expect(recording.close()).rejects.toMatchObject({ code: "EBADF" });
});

test("after the close nothing is recorded, and closing again is harmless", async () => {
  const recording = await recordTo(file());
  recording.add(frame(1).bytes, frame(1).at);
  expect(recording.waiting).toBeGreaterThan(0);
  await recording.close();
  recording.add(frame(2).bytes, frame(2).at);
  await recording.close();
  expect(recording.waiting).toBe(0);
  expect(await readAll()).toEqual(shown([frame(1)]));
});

test("a recorded day can be played through to make its bars", async () => {
  const token = 408065;
  const open = Date.parse("2026-03-02T09:15:00+05:30");
  const day = [157_315, 157_400, 157_290, 157_350, 157_500].map((price, index) => {
    const seconds = open / 1000 + index * 40;
    const packet = fullPacket(token, price, seconds);
    new DataView(packet.buffer).setUint32(16, 10 + index);
    return { at: new Date(seconds * 1000 + 300), bytes: frameOf(packet) };
  });
  await record(day);
  const closed: Candle[] = [];
  const bars = new CandleBuilder({ interval: "minute", onBar: (bar) => closed.push(bar) });
  for await (const { at, bytes } of replay(readRecording(file()), { speed: Number.POSITIVE_INFINITY })) {
    for (const tick of decodeFrame(bytes).ticks) bars.add(tick, at);
    bars.advance(at);
  }
  expect(closed).toEqual([
    { date: new Date(open), open: 1573.15, high: 1574, low: 1573.15, close: 1574, volume: 11, oi: 0 },
    { date: new Date(open + 60_000), open: 1572.9, high: 1572.9, low: 1572.9, close: 1572.9, volume: 1, oi: 0 },
  ]);
  expect(bars.live(token)).toMatchObject({ open: 1573.5, close: 1575, volume: 2 });
});
