import type { Position } from "@kite/portfolio";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openQuantity } from "./open-quantity.ts";

const position = (overnight: number, bought: number, sold: number): Position =>
  ({
    quantity: overnight + bought - sold,
    overnight_quantity: overnight,
    day_buy_quantity: bought,
    day_sell_quantity: sold,
  }) as Position;

test.each([
  ["bought today", position(0, 20, 0), { day: 20, overnight: 0 }],
  ["carried over", position(20, 0, 0), { day: 0, overnight: 20 }],
  ["carried, and more bought", position(5, 15, 0), { day: 15, overnight: 5 }],
  ["carried, and part of it sold", position(20, 0, 8), { day: 0, overnight: 12 }],
  ["carried, all of it sold, some bought", position(5, 10, 7), { day: 8, overnight: 0 }],
  ["sold short today", position(0, 0, 30), { day: 30, overnight: 0 }],
  ["short, carried over, part bought back", position(-30, 10, 0), { day: 0, overnight: 20 }],
  ["carried long, turned short today", position(10, 0, 25), { day: 15, overnight: 0 }],
  ["closed", position(10, 0, 10), { day: 0, overnight: 0 }],
])("%s", (_, row, expected) => {
  expect(openQuantity(row)).toEqual(expected);
});

test("the two parts are never below 0 and add up to what is open", () => {
  const count = fc.integer({ min: 0, max: 1_000 });
  fc.assert(
    fc.property(fc.integer({ min: -1_000, max: 1_000 }), count, count, (overnight, bought, sold) => {
      const row = position(overnight, bought, sold);
      const open = openQuantity(row);
      expect(open.day).toBeGreaterThanOrEqual(0);
      expect(open.overnight).toBeGreaterThanOrEqual(0);
      expect(open.overnight).toBeLessThanOrEqual(Math.abs(overnight));
      expect(open.day + open.overnight).toBe(Math.abs(row.quantity));
    }),
  );
});
