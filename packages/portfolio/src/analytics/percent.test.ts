import { expect, test } from "vitest";
import { percent } from "./percent.ts";

test("gives the part in percent of the whole, not rounded", () => {
  expect(percent(6798.23595, 41044.40405)).toBeCloseTo(16.563125, 6);
  expect(percent(-1, 8)).toBe(-12.5);
});

test("is 0 and not NaN or Infinity where there is no whole", () => {
  expect(percent(5, 0)).toBe(0);
  expect(percent(0, 0)).toBe(0);
});

test("is a plain 0 for no part of a whole below 0", () => {
  expect(Object.is(percent(0, -5), 0)).toBe(true);
});
