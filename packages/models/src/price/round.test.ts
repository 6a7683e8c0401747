import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { round } from "./round.ts";

const Exact = Decimal.clone({ precision: 700 });

test("agrees with decimal.js, half away from zero", () => {
  const amounts = fc
    .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
  const halves = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 }))
    .map(([digits, decimals]) => Number(`${digits}5e-${decimals + 1}`));
  const values = fc.oneof(amounts, halves, fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 10 }), (value, decimals) => {
      const oracle = new Exact(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
      expect(round(value, decimals)).toBe(oracle.toNumber() + 0);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  [1.005, 2, 1.01],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [-1.005, 2, -1.01],
  [0.615, 2, 0.62],
  [99725.05000000002, 2, 99725.05],
  [99725.05000000002, 20, 99725.05000000002],
  [801.78125, 4, 801.7813],
  [1e-7, 2, 0],
  [-1e-7, 2, 0],
  [5e-324, 400, 5e-324],
  [1e21, 2, 1e21],
  [1.7976931348623157e308, 0, 1.7976931348623157e308],
])("rounds %d to %d decimals: %d", (value, decimals, rounded) => {
  expect(round(value, decimals)).toBe(rounded);
});

test("refuses, and names the argument", () => {
  expect(() => round(Number.NaN, 2)).toThrow(new RangeError("value: expected a finite number, received NaN"));
  expect(() => round(Number.NEGATIVE_INFINITY, 2)).toThrow(RangeError);
  for (const decimals of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => round(1, decimals)).toThrow(
      new RangeError(`decimals: expected a whole number from 0 up, received ${decimals}`),
    );
  }
});
