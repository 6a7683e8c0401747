import fc from "fast-check";
import { expect, test } from "vitest";
import { share } from "./share.ts";

test.each([
  [100, 1, 3, 2, 33.33],
  [200, 1, 3, 2, 66.67],
  [-200, 1, 3, 2, -66.67],
  [1, 1, 8, 2, 0.13],
  [-1, 1, 8, 2, -0.13],
  [1, 1, -8, 2, -0.13],
  [0.3, 2, 0.1, 0, 6],
  [1e-7, 1, 1, 4, 0],
  [100.05, 7, 7, 4, 100.05],
  [5, 0, 7, 4, 0],
])("%d times %d over %d with %d decimals is %d", (amount, part, whole, decimals, result) => {
  expect(share(amount, part, whole, decimals)).toBe(result);
});

test("agrees with whole numbers counted out", () => {
  const amount = fc.integer({ min: -10_000_000, max: 10_000_000 });
  const units = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(amount, units, units, (paise, part, whole) => {
      const top = BigInt(paise) * BigInt(part) * 100n;
      const size = top < 0n ? -top : top;
      const rounded = (2n * size + BigInt(whole)) / (2n * BigInt(whole));
      const ten_thousandths = Number(top < 0n ? -rounded : rounded);
      expect(share(paise / 100, part, whole, 4)).toBe(ten_thousandths / 10_000 + 0);
    }),
  );
});

test.each([
  [Number.NaN, 1, 1, 2, "amount"],
  [1, Number.POSITIVE_INFINITY, 1, 2, "part"],
  [1, 1, Number.NaN, 2, "whole"],
  [1, 1, 0, 2, "whole"],
  [1, 1, 1, -1, "decimals"],
  [1, 1, 1, 0.5, "decimals"],
])("refuses share(%d, %d, %d, %d) and names the argument", (amount, part, whole, decimals, name) => {
  expect(() => share(amount, part, whole, decimals)).toThrow(new RegExp(`^${name}: `));
});
