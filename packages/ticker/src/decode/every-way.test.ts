import fc from "fast-check";
import { expect, test } from "vitest";
import { frameOf } from "../testing/frames.ts";
import { randomNumbers, randomPacket } from "../testing/random-packets.ts";
import { readEveryWay } from "../testing/read-every-way.ts";
import { slowTick } from "../testing/slow-decoder.ts";
import { decodeFrame } from "./decode-frame.ts";
import { decodeFrameLazily } from "./decode-frame-lazily.ts";
import { LiveTicks } from "./live-ticks.ts";
import { readFrame } from "./read-frame.ts";

test("every way of reading gives what a decoder written from the published tables gives", { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 12 }), (seed, count) => {
      const random = randomNumbers(seed);
      const packets = Array.from({ length: count }, () => randomPacket(random));
      const expected = packets.map(slowTick);
      for (const { way, ticks, problems } of readEveryWay(frameOf(...packets))) {
        expect(ticks, way).toStrictEqual(expected);
        expect(problems, way).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

test("every way follows the divisors of the caller", () => {
  const packets = [28, 44, 184].map((length) => {
    const packet = new Uint8Array(length).fill(1);
    packet[3] = 6;
    return packet;
  });
  const readings = readEveryWay(frameOf(...packets), { divisors: { 6: 10_000_000 } });
  for (const { way, ticks } of readings) {
    expect(ticks, way).toStrictEqual(readings[0]?.ticks);
    for (const { last_price } of ticks) expect(last_price, way).toBe(1.6843009);
  }
});

test("prices are the numbers that their decimal texts stand for", () => {
  const decimals = { 1: 2, 3: 7, 6: 4, 7: 2, 9: 2 };
  fc.assert(
    fc.property(
      fc.constantFrom(1, 3, 6, 7, 9),
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      (segment: keyof typeof decimals, raw) => {
        const packet = new DataView(new ArrayBuffer(8));
        packet.setUint32(0, 0x100 + segment);
        packet.setInt32(4, raw);
        const places = decimals[segment];
        const digits = String(Math.abs(raw)).padStart(places + 1, "0");
        const text = `${raw < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
        expect(decodeFrame(frameOf(new Uint8Array(packet.buffer))).ticks[0]?.last_price).toBe(Number(text));
      },
    ),
    { numRuns: 5000 },
  );
});

test.each([0, -100, Number.NaN, Number.POSITIVE_INFINITY, "100"])("no way takes a divisor of %s", (divisor) => {
  const options = { divisors: { 6: divisor as number } };
  const frame = frameOf(new Uint8Array(8));
  for (const read of [
    () => decodeFrame(frame, options),
    () => decodeFrameLazily(frame, options),
    () => readFrame(frame, () => {}, options),
    () => new LiveTicks(options),
  ])
    expect(read).toThrow(new TypeError(`divisors[6]: must be a number above 0, got ${divisor}`));
});
