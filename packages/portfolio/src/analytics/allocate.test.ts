import { price } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exact, minus, over, plus, times, written } from "../testing/exact.ts";
import { allocate } from "./allocate.ts";

/** Rupees from 0, with up to five decimals. */
const amount = fc.integer({ min: 0, max: 10_000_000_000 }).map((units) => units / 100_000);
const amounts = fc.array(amount, { minLength: 1, maxLength: 40 }).filter((list) => list.some((value) => value > 0));

test("shares out 100 percent in hundredths; the first of equals gets what is left", () => {
  expect(allocate([1, 1, 1])).toEqual([33.34, 33.33, 33.33]);
  expect(allocate([1, 2, 0])).toEqual([33.33, 66.67, 0]);
  expect(allocate([0.1, 0.3])).toEqual([25, 75]);
});

test("is all 0 for nothing, and for amounts that are worth nothing", () => {
  expect(allocate([])).toEqual([]);
  expect(allocate([0, 0])).toEqual([0, 0]);
});

test("the shares add up to exactly 100", () => {
  fc.assert(fc.property(amounts, (list) => price.sum(allocate(list)) === 100));
});

test("no share is further than a hundredth of a percent from the exact one", () => {
  fc.assert(
    fc.property(amounts, (list) => {
      const total = plus(...list.map(exact));
      for (const [index, share] of allocate(list).entries()) {
        const due = over(times(exact(list[index] ?? 0), exact(100)), total);
        expect(Math.abs(Number(written(minus(exact(share), due), 12)))).toBeLessThanOrEqual(0.01);
      }
    }),
  );
});
