import { expect, test } from "vitest";
import { recordedInstrument } from "./recorded-instrument.ts";
import { recordedMinutes } from "./recorded-minutes.ts";
import { TickIndex } from "./tick-index.ts";

const share = recordedInstrument(
  { exchange: "NSE", segment: "NSE", instrument_type: "EQ", tradingsymbol: "X", instrument_token: "257" },
  100,
);
if (!share) throw new Error("no instrument");
const MINUTE = 60_000;

/** @param story - Epoch ms, rupees, the day's volume. */
function ticksOf(story: readonly (readonly [number, number, number])[]): TickIndex {
  const bytes = Buffer.alloc(story.length * 184);
  const ticks = new TickIndex(bytes, 184);
  story.forEach(([at, rupees, volume], index) => {
    bytes.writeInt32BE(Math.round(rupees * 100), index * 184 + 4);
    bytes.writeUInt32BE(volume, index * 184 + 16);
    ticks.add(at, index * 184);
  });
  return ticks;
}

test("a minute has the prices of its ticks, and the volume since the one before", () => {
  const ticks = ticksOf([
    [1_000, 100, 50],
    [30_000, 103, 60],
    [59_999, 99, 70],
    [MINUTE, 101, 75],
  ]);
  expect(recordedMinutes(share, ticks, { from: 0, to: 2 * MINUTE, volumeBefore: 40 })).toEqual([
    { at: 0, open: 10_000, high: 10_300, low: 9_900, close: 9_900, volume: 30, oi: 0 },
    { at: MINUTE, open: 10_100, high: 10_100, low: 10_100, close: 10_100, volume: 5, oi: 0 },
  ]);
});

test("begins and ends where it is asked to, and a tick without a trade makes no candle", () => {
  const ticks = ticksOf([
    [1_000, 100, 50],
    [MINUTE, 102, 55],
    [2 * MINUTE, 102, 55],
    [3 * MINUTE, 104, 60],
  ]);
  const candles = recordedMinutes(share, ticks, { from: MINUTE, to: 3 * MINUTE - 1, volumeBefore: 0 });
  expect(candles.map(({ at, volume }) => [at, volume])).toEqual([[MINUTE, 5]]);
});

test("on another day the volume begins anew", () => {
  const ticks = ticksOf([
    [1_000, 100, 9_000],
    [5 * MINUTE, 102, 20],
  ]);
  const candles = recordedMinutes(share, ticks, { from: 0, to: 9 * MINUTE, volumeBefore: 8_000 });
  expect(candles.map(({ volume }) => volume)).toEqual([1_000, 20]);
});
