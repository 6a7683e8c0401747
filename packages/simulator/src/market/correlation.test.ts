import fc from "fast-check";
import { expect, test } from "vitest";
import { Calendar } from "./calendar.ts";
import { shareSpot } from "./cash-instruments.ts";
import { indexSpot } from "./index-list.ts";
import { Levels } from "./level.ts";
import { Paths } from "./paths.ts";
import { baskets, sectorOf, sectors } from "./sectors.ts";
import { tradingDayUpTo } from "./session.ts";
import { shares } from "./share-list.ts";
import type { Spot } from "./spot.ts";

const share = (symbol: string): Spot => {
  const facts = shares.find((one) => one.symbol === symbol);
  if (!facts) throw new Error(`no share ${symbol}`);
  return shareSpot(facts);
};

test("an index is where its shares are on average, between any two minutes of any day", () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 16_500, max: 24_000 }),
      fc.constantFrom(...Object.keys(baskets)),
      fc.nat(375),
      (seed, someDay, symbol, minute) => {
        const day = tradingDayUpTo("equity", someDay);
        const paths = new Paths(seed, new Calendar());
        const level = (spot: Spot) => paths.path(spot, day).level(minute) / spot.typicalPrice;
        const members = (baskets[symbol] ?? []).map((name) => level(share(name)));
        const average = members.reduce((sum, one) => sum + one, 0) / members.length;
        expect(level(indexSpot(symbol))).toBeCloseTo(average, 9);
      },
    ),
    { numRuns: 40 },
  );
});

/** Of the steps from day to day. */
function correlation(seed: number, one: Spot, other: Spot): number {
  const levels = new Levels(seed);
  const steps = (spot: Spot) =>
    Array.from(
      { length: 1500 },
      (_, day) => levels.closing(spot, 18_000 + day) / levels.closing(spot, 17_999 + day) - 1,
    );
  const [a, b] = [steps(one), steps(other)];
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

test("shares go together, those of one trade closely, and an index with its shares; fear goes the other way", () => {
  for (const seed of [1, 7]) {
    const sameTrade = correlation(seed, share("INFY"), share("TCS"));
    const others = correlation(seed, share("INFY"), share("SBIN"));
    expect(sameTrade).toBeGreaterThan(0.7);
    expect(others).toBeGreaterThan(0.5);
    expect(others).toBeLessThan(sameTrade);
    expect(correlation(seed, indexSpot("NIFTY 50"), share("RELIANCE"))).toBeGreaterThan(0.75);
    expect(correlation(seed, indexSpot("INDIA VIX"), indexSpot("NIFTY 50"))).toBeLessThan(-0.5);
  }
});

test("baskets and sectors name shares that there are", () => {
  const symbols = [...Object.values(sectors).flat(), ...Object.values(baskets).flat()];
  for (const symbol of symbols) expect(share(symbol).name).toBe(symbol);
  for (const [index, names] of Object.entries(baskets)) {
    expect([indexSpot(index).basket?.length, index]).toEqual([new Set(names).size, index]);
  }
  expect([sectorOf("INFY"), sectorOf("BHARTIARTL")]).toEqual(["software", undefined]);
});
