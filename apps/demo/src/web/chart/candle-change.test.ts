import { expect, test } from "vitest";
import { percentChange } from "./candle-change.ts";
import type { CandleRow } from "./candle-rows.ts";

const monday: CandleRow = [0, 190, 201, 189, 200, 10];

test("a candle's change is from the close before it, gap included", () => {
  expect(percentChange([86_400, 208, 212, 207, 210, 10], monday)).toBe(5);
});

test("the first candle's change is from its opening, and nothing is divided by 0", () => {
  expect(percentChange([0, 200, 210, 190, 190, 10], undefined)).toBe(-5);
  expect(percentChange([0, 0, 1, 0, 1, 10], undefined)).toBe(0);
});
