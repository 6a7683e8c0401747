import { expect, test } from "vitest";
import { exact, minus, over, plus, times, written } from "./exact.ts";

test.each([
  [0.1, "0.100"],
  [-801.78125, "-801.781"],
  [1e21, "1000000000000000000000.000"],
  [1.5e-3, "0.002"],
  [-1e-7, "0.000"],
  [0, "0.000"],
])("reads %d as it prints", (value, text) => {
  expect(written(exact(value), 3)).toBe(text);
});

test("computes without rounding", () => {
  expect(plus(exact(0.1), exact(0.2))).toEqual({ top: 30n, bottom: 100n });
  expect(written(minus(exact(0.3), exact(0.1)), 20)).toBe("0.20000000000000000000");
  expect(written(times(exact(801.78125), exact(-16)), 2)).toBe("-12828.50");
  expect(written(over(exact(-2), exact(-3)), 4)).toBe("0.6667");
});
