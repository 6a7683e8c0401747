import { expect, test } from "vitest";
import { LivelyPrices } from "./lively-prices.ts";

const walk = (seed: number, steps: number, tick_size = 0.05): number[] => {
  const prices = new LivelyPrices(seed);
  let last_price = 1_500;
  return Array.from({ length: steps }, () => {
    last_price = prices.next({ key: "NSE:INFY", tick_size, last_price }) ?? last_price;
    return last_price;
  });
};

test("the same seed walks the same way, another one another way", () => {
  expect(walk(1, 50)).toEqual(walk(1, 50));
  expect(walk(1, 50)).not.toEqual(walk(2, 50));
});

test("moves most of the time, up and down, in whole steps of the price", () => {
  const prices = walk(3, 500);
  const moves = prices.slice(1).map((price, at) => price - (prices[at] ?? 0));
  expect(moves.filter((move) => move > 0).length).toBeGreaterThan(100);
  expect(moves.filter((move) => move < 0).length).toBeGreaterThan(100);
  for (const price of prices) expect(Math.abs(price / 0.05 - Math.round(price / 0.05))).toBeLessThan(1e-6);
});

test("stays near to where it began, however long somebody looks", () => {
  const prices = walk(4, 20_000);
  expect(Math.max(...prices)).toBeLessThan(1_500 * 1.02);
  expect(Math.min(...prices)).toBeGreaterThan(1_500 * 0.98);
});

test("an index, which has no step, moves too", () => {
  expect(new Set(walk(5, 50, 0)).size).toBeGreaterThan(10);
});
