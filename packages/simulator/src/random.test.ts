import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

const take = (seed: number, stream: string): number[] => {
  const random = createRandom(seed, stream);
  return Array.from({ length: 20 }, () => random.int(0, 1_000_000));
};

test("repeats itself for the same seed and stream, and for nothing else", () => {
  expect(take(7, "prices")).toEqual(take(7, "prices"));
  expect(take(8, "prices")).not.toEqual(take(7, "prices"));
  expect(take(7, "quantities")).not.toEqual(take(7, "prices"));
});

test("stays within both bounds, and reaches them", () => {
  const random = createRandom(1, "dice");
  expect(new Set(Array.from({ length: 500 }, () => random.int(1, 6)))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  fc.assert(
    fc.property(
      fc.double(),
      fc.string(),
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.nat(1e6),
      (seed, stream, min, width) => {
        const value = createRandom(seed, stream).int(min, min + width);
        expect(Number.isInteger(value) && value >= min && value <= min + width).toBe(true);
      },
    ),
  );
});

test("makes texts that are safe in headers, URLs and forms", () => {
  expect(createRandom(1, "ids").text(2000)).toMatch(/^[A-Za-z0-9]{2000}$/);
});
