import fc from "fast-check";
import { expect, test } from "vitest";
import { ALL, aroundTheMoney } from "./visible-strikes.ts";

const strikesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ strike: 100 + index, call: null, put: null }));

test("keeps six strikes on each side of the money", () => {
  const kept = aroundTheMoney(strikesOf(41), 120).map(({ strike }) => strike);
  expect([kept[0], kept[6], kept.at(-1), kept.length]).toEqual([114, 120, 126, 13]);
});

test("keeps thirteen in a row, or all there are, with the one at the money among them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, place) => {
      const strikes = strikesOf(count);
      const money = 100 + (place % count);
      const kept = aroundTheMoney(strikes, money);
      expect(kept).toHaveLength(Math.min(13, count));
      expect(kept.some(({ strike }) => strike === money)).toBe(true);
      expect(strikes.slice((kept[0]?.strike ?? 0) - 100).slice(0, kept.length)).toEqual(kept);
    }),
  );
});

test("where all are wanted, all of an ordinary chain are there", () => {
  expect(aroundTheMoney(strikesOf(200), 105, ALL)).toHaveLength(200);
  expect(aroundTheMoney(strikesOf(500), 350, ALL)).toHaveLength(241);
});

test("without a price of the underlying it is the middle", () => {
  expect(aroundTheMoney(strikesOf(41), null)[6]?.strike).toBe(120);
  expect(aroundTheMoney([], null)).toEqual([]);
});
