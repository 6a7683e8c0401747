import fc from "fast-check";
import { expect, test } from "vitest";
import { closingLevel } from "./level.ts";
import type { Spot } from "./spot.ts";

const spot = (name: string, volatility: number): Spot => ({ name, typicalPrice: 100_000, volatility, hours: "equity" });

test("stays within a sixth of the typical price, and moves little from one day to the next", () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.integer({ min: 0, max: 40_000 }), (seed, name, day) => {
      const share = spot(name, 1);
      const [today, later] = [closingLevel(seed, share, day), closingLevel(seed, share, day + 4)];
      expect(Math.abs(today - 100_000)).toBeLessThanOrEqual(16_500);
      expect(Math.abs(later / today - 1)).toBeLessThan(0.08);
      expect(Math.abs(closingLevel(seed, share, day + 1) / today - 1)).toBeLessThan(0.045);
      // half the volatility, half the way
      expect(closingLevel(seed, spot(name, 0.5), day) - 100_000).toBeCloseTo((today - 100_000) / 2, 6);
    }),
  );
});

test("goes up and down over the years, differently for every name and seed", () => {
  const years = (seed: number, name: string) =>
    Array.from({ length: 250 }, (_, week) => closingLevel(seed, spot(name, 1), 16_468 + 7 * week));
  const levels = years(1, "INFY");
  expect(Math.max(...levels)).toBeGreaterThan(105_000);
  expect(Math.min(...levels)).toBeLessThan(95_000);
  expect(years(1, "INFY")).toEqual(levels);
  expect(years(2, "INFY")).not.toEqual(levels);
  expect(years(1, "TCS")).not.toEqual(levels);
});
