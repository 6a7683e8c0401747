import { expect, test } from "vitest";
import { decimalsOf, formatPrice, quantityOrDash } from "./price-text.ts";

test("prices have the decimals of their step, two at least", () => {
  expect([1, 0.05, 0.1, 5, 0.0025].map(decimalsOf)).toEqual([2, 2, 2, 2, 4]);
  expect(formatPrice(141650, 5)).toBe("1,41,650.00");
  expect(formatPrice(88.2525, 0.0025)).toBe("88.2525");
  expect(formatPrice(-3.5, 0.05)).toBe("−3.50");
});

test("what is not there is a dash, and 0 is there", () => {
  expect([null, undefined, 0, 125000].map(quantityOrDash)).toEqual(["–", "–", "0", "1,25,000"]);
});
