import fc from "fast-check";
import { expect, test } from "vitest";
import { nextSorting, sorted } from "./sort.ts";

test("orders numbers by size and keeps every row", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (values) => {
      const down = sorted(values, (value) => value, "descending");
      expect(down.every((value, index) => index === 0 || (down[index - 1] ?? 0) >= value)).toBe(true);
      expect([...down].sort()).toEqual([...values].sort());
    }),
  );
});

test("equal rows keep their order in both directions", () => {
  const rows = ["a", "b", "c"];
  expect(sorted(rows, () => 1, "ascending")).toEqual(rows);
  expect(sorted(rows, () => 1, "descending")).toEqual(rows);
});

test("texts go by the alphabet, with the numbers in them by size", () => {
  const symbols = ["NIFTY9", "M&M", "NIFTY10", "infy"];
  expect(sorted(symbols, (symbol) => symbol, "ascending")).toEqual(["infy", "M&M", "NIFTY9", "NIFTY10"]);
});

test("a second click turns the order round; a new column starts with the useful end", () => {
  const byValue = { column: "value", direction: "descending" } as const;
  expect(nextSorting<string>(byValue, "value", false)).toEqual({ column: "value", direction: "ascending" });
  expect(nextSorting<string>(byValue, "pnl", false)).toEqual({ column: "pnl", direction: "descending" });
  expect(nextSorting<string>(byValue, "symbol", true)).toEqual({ column: "symbol", direction: "ascending" });
});
