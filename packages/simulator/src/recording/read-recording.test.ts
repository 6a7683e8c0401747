import { constants, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeRecord, MAGIC, RecordKind } from "./format.ts";
import { pickInstrumentLines, readInstrumentRows } from "./instrument-rows.ts";
import { readRecording } from "./read-recording.ts";

const CSV = 'instrument_token,exchange,tradingsymbol,name\r\n408065,NSE,INFY,"INFOSYS, ""LTD"""\r\n';
const frame = (length: number, token = 408065): Buffer => {
  const bytes = Buffer.alloc(4 + length);
  bytes.writeUInt16BE(1, 0);
  bytes.writeUInt16BE(length, 2);
  bytes.writeUInt32BE(token, 4);
  return bytes;
};
const records = [
  encodeRecord(RecordKind.instruments, 1000, Buffer.from(CSV)),
  encodeRecord(RecordKind.quotes, 1000, Buffer.from('{"NSE:INFY":{"last_price":1500}}')),
  ...[1001, 1002, 1003].map((at) => encodeRecord(RecordKind.frame, at, frame(184))),
];
const unpacked = Buffer.concat([MAGIC, ...records]);

test("reads what was written, and says that the end is missing", () => {
  const recording = readRecording(gzipSync(unpacked));
  expect(recording).toMatchObject({ start: 1000, end: 1003, frames: 3, gaps: [], isWhole: false });
  expect(recording.ticks.get(408065)?.length).toBe(3);
  expect(recording.instruments).toEqual([
    { instrument_token: "408065", exchange: "NSE", tradingsymbol: "INFY", name: 'INFOSYS, "LTD"' },
  ]);
  expect(readRecording(gzipSync(Buffer.concat([unpacked, encodeRecord(RecordKind.end, 1009)])))).toMatchObject({
    end: 1009,
    isWhole: true,
  });
});

test("cut off anywhere, it is whole up to its last record, or refused", () => {
  // flushed after every record, as the writer does every second
  const packed = gzipSync(unpacked, { level: constants.Z_NO_COMPRESSION });
  const least = MAGIC.length + (records[0]?.length ?? 0);
  fc.assert(
    fc.property(fc.nat(packed.length), (length) => {
      let frames: number | undefined;
      try {
        frames = readRecording(packed.subarray(0, length)).frames;
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        expect(length).toBeLessThan(least + 40);
        return;
      }
      expect(frames).toBeLessThanOrEqual(3);
      if (length === packed.length) expect(frames).toBe(3);
    }),
    { numRuns: 300 },
  );
});

test("passes over kinds and packets it does not know, and over frames that are cut", () => {
  const more = [
    encodeRecord(99, 1004, Buffer.from("from the future")),
    encodeRecord(RecordKind.frame, 1005, frame(16)),
    encodeRecord(RecordKind.frame, 1006, frame(184).subarray(0, 100)),
    encodeRecord(RecordKind.frame, 1007, Buffer.from([0])),
    encodeRecord(RecordKind.frame, 1008, frame(32)),
    encodeRecord(RecordKind.frame, 1008, frame(32, 256265)),
  ];
  const { ticks, frames } = readRecording(gzipSync(Buffer.concat([unpacked, ...more])));
  expect(frames).toBe(8);
  expect(ticks.get(408065)?.length).toBe(3);
  expect(ticks.get(256265)?.length).toBe(1);
});

test("a packet is found by its time, also when the clock was put back in between", () => {
  const more = [encodeRecord(RecordKind.frame, 900, frame(184)), encodeRecord(RecordKind.frame, 1010, frame(184))];
  const ticks = readRecording(gzipSync(Buffer.concat([unpacked, ...more]))).ticks.get(408065);
  expect([1000, 1001, 1002.5, 1003, 1009, 1010, 9999].map((at) => ticks?.upTo(at))).toEqual([-1, 0, 1, 3, 3, 4, 4]);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["no gzip", Buffer.from("hello")],
  ["another file", gzipSync("hello, world")],
])("refuses %s", (_, bytes) => {
  expect(() => readRecording(bytes)).toThrow(TypeError);
});

test("picks lines as they are, and finds names with commas", () => {
  const { header, lines } = pickInstrumentLines(`${CSV}1,BSE,INFY,x\n`, new Set(["NSE:INFY"]));
  expect(header).toBe("instrument_token,exchange,tradingsymbol,name");
  expect([...lines]).toEqual([["NSE:INFY", '408065,NSE,INFY,"INFOSYS, ""LTD"""']]);
  expect(readInstrumentRows(`${header}\n1,NFO,,\n`)).toEqual([
    { instrument_token: "1", exchange: "NFO", tradingsymbol: "", name: "" },
  ]);
});
