import { type Interval, intervals } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import { getHistoricalData } from "../endpoints/get-historical-data.ts";
import { clockOf, fakeHistory, momentOf } from "../testing/fake-history.ts";
import { type HistoryPage, iterateHistoricalData } from "./iterate-historical-data.ts";

const day = 86_400;
const earliest = clockOf("1996-01-01 00:00:00");
const latest = clockOf("2032-12-31 23:59:59");

/** A clock time in any way that a caller may name it. */
const clocks = fc.integer({ min: earliest, max: latest });

/** A range of up to 13 years, and candles that lie thick around its ends, around midnights, and anywhere. */
const cases = fc
  .record({
    from: clocks,
    length: fc.oneof(fc.integer({ min: 0, max: 3 * day }), fc.integer({ min: 0, max: 13 * 365 * day })),
    midnights: fc.array(fc.integer({ min: -2, max: 4_800 }), { maxLength: 40 }),
    anywhere: fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { maxLength: 40 }),
    near: fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 8 }),
  })
  .map(({ from, length, midnights, anywhere, near }) => {
    const to = from + length;
    const firstMidnight = from - (from % day);
    const candles = new Set([
      ...midnights.flatMap((count) => [-1, 0, 1].map((second) => firstMidnight + count * day + second)),
      ...anywhere.map((part) => from + Math.round(length * part)),
      ...near.flatMap((seconds) => [from + seconds, to + seconds]),
    ]);
    return { from, to, candles: [...candles].sort((one, other) => one - other) };
  });
const anyInterval = fc.constantFrom<Interval>(...intervals);

test("no candle of any range and interval is lost or doubled", async () => {
  await fc.assert(
    fc.asyncProperty(cases, anyInterval, async ({ from, to, candles }, interval) => {
      const { kite } = fakeHistory(candles);
      const range = { instrument_token: 5633, interval, from: momentOf(from), to: momentOf(to) };
      const got = await getHistoricalData(kite, range);
      expect(got.map(({ open }) => open)).toEqual(candles.filter((clock) => clock >= from && clock <= to));
      expect(got.map(({ date }) => date)).toEqual(got.map(({ open }) => momentOf(open)));
    }),
    { numRuns: 300 },
  );
});

test("windows follow each other without a hole, however the range lies, in leap years too", async () => {
  await fc.assert(
    fc.asyncProperty(
      cases,
      anyInterval,
      fc.constantFrom("forward", "backward"),
      async ({ from, to }, interval, direction) => {
        const { kite, asked } = fakeHistory([]);
        const range = { instrument_token: 5633, interval, from: momentOf(from), to: momentOf(to), direction } as const;
        for await (const page of iterateHistoricalData(kite, range)) expect(page.candles).toEqual([]);
        const windows = asked.map((window) => [clockOf(window.from), clockOf(window.to)] as const);
        if (direction === "backward") windows.reverse();
        expect(windows.at(0)?.[0]).toBe(from);
        expect(windows.at(-1)?.[1]).toBe(to);
        for (const [index, [start, end]] of windows.entries()) {
          expect(start).toBeLessThanOrEqual(end);
          if (index > 0) expect(start).toBe((windows[index - 1]?.[1] ?? 0) + 1);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("pages in either direction, interrupted and resumed anywhere, give each candle once", async () => {
  await fc.assert(
    fc.asyncProperty(
      cases,
      anyInterval,
      fc.constantFrom("forward", "backward"),
      fc.integer({ min: 1, max: 6 }),
      async ({ from, to, candles }, interval, direction, stopAfter) => {
        const { kite } = fakeHistory(candles);
        const range = { instrument_token: 5633, interval, from: momentOf(from), to: momentOf(to), direction } as const;
        const pages: HistoryPage[] = [];
        let cursor: string | undefined;
        do {
          let count = 0;
          for await (const page of iterateHistoricalData(kite, cursor === undefined ? range : { ...range, cursor })) {
            pages.push(page);
            cursor = page.cursor;
            count += 1;
            if (count === stopAfter) break;
          }
        } while (cursor !== undefined);
        if (direction === "backward") pages.reverse();
        const got = pages.flatMap((page) => page.candles.map(({ open }) => open));
        expect(got).toEqual(candles.filter((clock) => clock >= from && clock <= to));
      },
    ),
    { numRuns: 200 },
  );
});
