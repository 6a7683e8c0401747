import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, multiply, subtract, sum } from "./arithmetic.ts";

// Enough digits to add the largest and the smallest double without rounding.
const Exact = Decimal.clone({ precision: 700 });
const exact = (value: number) => new Exact(value);
/** Results never carry the sign of zero. */
const number = (value: Decimal) => value.toNumber() + 0;

/** Rupees and quantities with up to nine decimals, of either sign. */
const amounts = fc
  .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
const doubles = fc.double({ noNaN: true, min: -1e150, max: 1e150 });
/** Sums that leave the range of exact integers on the fast path and come back into it. */
const excursions = fc
  .array(fc.integer({ min: 9e14, max: 1e15 - 1 }), { minLength: 10 })
  .map((units) => [...units, ...units.slice(1).map((unit) => -unit)].map((unit) => unit / 10_000));
const values = fc.oneof(amounts, doubles, fc.maxSafeInteger());

describe("agrees with decimal.js", () => {
  test("add and subtract", () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        expect(add(left, right)).toBe(number(exact(left).plus(right)));
        expect(subtract(left, right)).toBe(number(exact(left).minus(right)));
      }),
      { numRuns: 2000 },
    );
  });

  test("multiply", () => {
    const quantities = fc.oneof(fc.integer({ min: -1e7, max: 1e7 }), values);
    fc.assert(
      fc.property(values, quantities, (price, quantity) => {
        expect(multiply(price, quantity)).toBe(number(exact(price).times(quantity)));
      }),
      { numRuns: 2000 },
    );
  });

  test("sum", () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(amounts), fc.array(values), excursions), (list) => {
        expect(sum(list)).toBe(number(list.reduce((total, value) => total.plus(value), exact(0))));
      }),
      { numRuns: 2000 },
    );
  });

  test("at the edge of the fast path", () => {
    const edges = [
      1e11,
      99_999_999_999.9999,
      100_000_000_000.0001,
      900_719_925_474.0991,
      2 ** 53,
      2 ** 53 - 1,
      0.0001,
      0.00005,
    ];
    for (const left of edges) {
      for (const right of edges) {
        expect(add(left, right)).toBe(number(exact(left).plus(right)));
        expect(subtract(left, right)).toBe(number(exact(left).minus(right)));
        expect(multiply(left, right)).toBe(number(exact(left).times(right)));
      }
    }
  });
});

test("adds what binary fractions cannot", () => {
  expect(add(0.1, 0.2)).toBe(0.3);
  expect(subtract(0.3, 0.1)).toBe(0.2);
  expect(multiply(1.1, 3)).toBe(3.3);
  expect(multiply(-4.35, 100)).toBe(-435);
  expect(sum([0.1, 0.2, 0.3, -0.6])).toBe(0);
  expect(sum(Array.from({ length: 100_000 }, () => 0.01))).toBe(1000);
});

test("adds large and small, in any order", () => {
  expect(sum([1e21, 1e-7, -1e21])).toBe(1e-7);
  expect(sum([1e-7, 1e21, -1e21])).toBe(1e-7);
});

test("adds up nothing to 0", () => {
  expect(sum([])).toBe(0);
});

test("never gives -0", () => {
  for (const result of [
    add(-0, -0),
    subtract(-0, 0),
    multiply(-5, 0),
    multiply(-1e-200, 0),
    multiply(-1e-200, 1e-200),
    sum([-0]),
    sum([-0, 1e-9, -1e-9]),
  ]) {
    expect(result).toBe(0);
  }
});

describe("reproduces the figures in Kite's sample answers", () => {
  test("gain of a holding", () => {
    expect(multiply(subtract(352.95, 161), 1)).toBe(191.95);
    expect(multiply(subtract(762.45, 801.78125), 16)).toBe(-629.3);
  });

  test("day change of a holding", () => {
    expect(subtract(352.95, 352.35)).toBe(0.6);
  });

  test("totals of the holdings", () => {
    expect(subtract(47842.64, 41044.40405)).toBe(6798.23595);
    expect(subtract(47842.64, -76.8)).toBe(47919.44);
  });

  test("positions in lots, long and short", () => {
    expect(multiply(multiply(1, 161.05), 1000)).toBe(161050);
    expect(subtract(93360, 92559)).toBe(801);
    expect(add(subtract(93360, 23388), multiply(-3, 23355))).toBe(-93);
    expect(add(multiply(3, 23232), 23388)).toBe(93084);
    expect(multiply(4, subtract(23340, 23139.75))).toBe(801);
  });
});

describe("refuses, and names the argument", () => {
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  test.each(odd)("%s", (value) => {
    const message = (name: string) => new RangeError(`${name}: expected a finite number, received ${value}`);
    expect(() => add(value, 1)).toThrow(message("left"));
    expect(() => add(1, value)).toThrow(message("right"));
    expect(() => subtract(value, 1)).toThrow(message("left"));
    expect(() => subtract(1, value)).toThrow(message("right"));
    expect(() => multiply(value, 0)).toThrow(message("price"));
    expect(() => multiply(0, value)).toThrow(message("quantity"));
    expect(() => sum([1, 2, value, 4])).toThrow(message("values[2]"));
  });

  test("text that looks like a number, which only JavaScript can pass", () => {
    expect(() => add("1" as unknown as number, 2)).toThrow(RangeError);
    expect(() => multiply(1, "2" as unknown as number)).toThrow(RangeError);
  });

  test("a result that no number holds", () => {
    expect(() => multiply(1e308, 10)).toThrow(new RangeError("result: too large for a number"));
    expect(() => add(Number.MAX_VALUE, Number.MAX_VALUE)).toThrow(RangeError);
  });
});
