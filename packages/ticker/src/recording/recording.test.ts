import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { magic, type RecordedFrame } from "./format.ts";
import { readFrames } from "./read-frames.ts";
import { RecordingWriter } from "./recording-writer.ts";

/** Records frames, and gives the pieces that were written. */
function record(frames: readonly RecordedFrame[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const recording = new RecordingWriter({ write: (bytes) => parts.push(bytes) });
  for (const { at, bytes } of frames) recording.add(bytes, at);
  return parts;
}

async function readAll(chunks: Iterable<Uint8Array>): Promise<RecordedFrame[]> {
  const frames: RecordedFrame[] = [];
  for await (const { at, bytes } of readFrames(chunks)) frames.push({ at, bytes: bytes.slice() });
  return frames;
}

const joined = (parts: readonly Iterable<number>[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const frames = fc.array(
  fc.record({
    // Clocks are set back at times.
    at: fc.date({ min: new Date("1960-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
    bytes: fc.uint8Array({ maxLength: 300 }),
  }),
  { maxLength: 20 },
);
/** Where a file is cut into pieces, as shares of its length. */
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

function cutAt(file: Uint8Array, places: readonly number[]): Uint8Array[] {
  const indices = places.map((place) => Math.round(place * file.length)).sort((one, other) => one - other);
  return [...indices, file.length].map((end, index) => file.slice(indices[index - 1] ?? 0, end));
}

test("frames come back as they were, however the file is cut into pieces", async () => {
  await fc.assert(
    fc.asyncProperty(frames, cuts, async (recorded, places) => {
      expect(await readAll(cutAt(joined(record(recorded)), places))).toEqual(recorded);
    }),
    { numRuns: 300 },
  );
});

test("a file that ends too early gives the frames that are whole", async () => {
  await fc.assert(
    fc.asyncProperty(frames, fc.double({ min: 0, max: 1, noNaN: true }), async (recorded, share) => {
      const parts = record(recorded);
      const file = joined(parts);
      const end = Math.round(share * file.length);
      let length = magic.length;
      const whole = recorded.filter((_, index) => {
        length += parts[index + 1]?.length ?? 0;
        return length <= end;
      });
      expect(await readAll([file.subarray(0, end)])).toEqual(whole);
    }),
    { numRuns: 300 },
  );
});

test("keeps the format: what was recorded by this release must be read by the next", async () => {
  const file = record([
    { at: new Date("2026-03-02T03:45:00.000Z"), bytes: Uint8Array.of(0, 1, 0, 8, 0, 0x0d, 0x80, 1, 0, 0, 0x99, 0x7f) },
    { at: new Date("2026-03-02T03:45:00.900Z"), bytes: new Uint8Array() },
    { at: new Date("2026-03-02T03:45:00.899Z"), bytes: Uint8Array.of(7) },
  ]);
  expect(Buffer.concat(file).toString("hex")).toBe(
    "4b49544552454301" + "c0d9b1ca95670c" + "00010008000d80010000997f" + "880e00" + "010107",
  );
});

test("a frame is copied: the buffer it came in is used again", () => {
  const buffer = Uint8Array.of(1, 2, 3, 4);
  const parts: Uint8Array[] = [];
  const recording = new RecordingWriter({ write: (bytes) => parts.push(bytes) });
  recording.add(buffer.subarray(1, 3), new Date(0));
  buffer.fill(9);
  expect(parts[1]).toEqual(Uint8Array.of(0, 2, 2, 3));
});

test("costs two to four bytes a frame for frames of a usual size and pace", () => {
  const costs = [
    [20, 40],
    [8_000, 16_000],
  ].map(([pause = 0, size = 0]) => {
    const usual = [0, 1].map((index) => ({ at: new Date(index * pause), bytes: new Uint8Array(size) }));
    return (record(usual)[2]?.length ?? 0) - size;
  });
  expect(costs).toEqual([2, 4]);
});

describe("refuses", () => {
  const frame = { at: new Date(0), bytes: Uint8Array.of(1, 2, 3) };
  const good = joined(record([frame]));
  const changed = (index: number, value: number) => good.map((byte, place) => (place === index ? value : byte));

  test.each([
    ["what is no recording", Buffer.from("<html>nothing here</html>"), /does not begin with KITEREC/],
    ["what is none from its first byte on", Uint8Array.of(0), /does not begin with KITEREC/],
    ["a later version", changed(7, 2), /has version 2, and this release reads 1/],
    ["a frame that cannot be", joined([magic, Uint8Array.of(0, 255, 255, 255, 127)]), /a frame of 268435455 bytes/],
    ["a number without an end", joined([magic, new Uint8Array(9).fill(255)]), /a number of more than eight bytes/],
  ])("%s", async (_, file, message) => {
    await expect(readAll([file])).rejects.toMatchObject({ code: "InvalidInput", field: "recording" });
    await expect(readAll([file])).rejects.toThrow(message);
  });

  test("to write a time that is none, or more than a frame can have", () => {
    const recording = new RecordingWriter({ write: () => {} });
    expect(() => recording.add(new Uint8Array(), new Date(Number.NaN))).toThrow(/at: /);
    expect(() => recording.add(new Uint8Array(16 * 1024 * 1024 + 1))).toThrow(/frame: /);
  });
});
