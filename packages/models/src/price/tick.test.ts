import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RoundingDirection } from "./multiple.ts";
import { isOnTick, roundToTick } from "./tick.ts";

const Exact = Decimal.clone({ precision: 700 });
const modes = { nearest: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_CEIL, down: Decimal.ROUND_FLOOR } as const;
const directions = Object.keys(modes) as RoundingDirection[];

const exchangeTicks = fc.constantFrom(0.0025, 0.01, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 5, 10);
const oddTicks = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 8 }))
  .map(([n, d]) => Number(`${n}e-${d}`));
const ticks = fc.oneof(exchangeTicks, oddTicks);
/** Half a crore rupees and less, of either sign, with up to nine decimals. */
const prices = fc
  .tuple(fc.integer({ min: -5e6, max: 5e6 }), fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 9 }))
  .map(([rupees, fraction, decimals]) => Number(`${rupees}.${String(fraction).padStart(9, "0").slice(0, decimals)}`));

describe("agrees with decimal.js", () => {
  test.each(directions)("rounding %s", (direction) => {
    fc.assert(
      fc.property(fc.oneof(prices, fc.double({ noNaN: true, min: -1e60, max: 1e60 })), ticks, (price, tick) => {
        const oracle = new Exact(price).toNearest(tick, modes[direction]);
        expect(roundToTick(price, tick, direction)).toBe(oracle.toNumber() + 0);
      }),
      { numRuns: 1500 },
    );
  });

  test("on the middle between two ticks", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), exchangeTicks, (steps, tick) => {
        const middle = new Exact(tick).times(steps).plus(new Exact(tick).div(2));
        const oracle = middle.toNearest(tick, Decimal.ROUND_HALF_UP);
        expect(roundToTick(middle.toNumber(), tick)).toBe(oracle.toNumber() + 0);
      }),
    );
  });

  test("about being on a tick", () => {
    const onTick = fc
      .tuple(fc.integer(), ticks)
      .map(([steps, tick]) => [new Exact(tick).times(steps).toNumber(), tick] as const);
    fc.assert(
      fc.property(fc.oneof(onTick, fc.tuple(prices, ticks)), ([price, tick]) => {
        expect(isOnTick(price, tick)).toBe(new Exact(price).mod(tick).isZero());
      }),
      { numRuns: 2000 },
    );
  });
});

test("a rounded price is on the tick, stays there, and is less than one tick away", () => {
  fc.assert(
    fc.property(prices, exchangeTicks, fc.constantFrom(...directions), (price, tick, direction) => {
      const rounded = roundToTick(price, tick, direction);
      expect(isOnTick(rounded, tick)).toBe(true);
      expect(roundToTick(rounded, tick, direction)).toBe(rounded);
      expect(new Exact(rounded).minus(price).abs().lt(tick)).toBe(true);
    }),
  );
});

describe("ticks of the exchanges", () => {
  test.each([
    [249.994, 0.01, 249.99],
    [249.995, 0.01, 250],
    [612.33, 0.05, 612.35],
    [612.325, 0.05, 612.35],
    [1234.56, 0.1, 1234.6],
    [7123.25, 0.5, 7123.5],
    [15000.49, 1, 15000],
    [22222.5, 5, 22225],
    [30001.1, 0.2, 30001.2],
    [84.12345, 0.0025, 84.1225],
    [83.33875, 0.0025, 83.34],
  ])("%d on a tick of %d is nearest to %d", (price, tick, rounded) => {
    expect(roundToTick(price, tick)).toBe(rounded);
  });
});

test("a buy limit down and a sell limit up keep the caller's limit", () => {
  expect(roundToTick(100.03, 0.05, "down")).toBe(100);
  expect(roundToTick(100.03, 0.05, "up")).toBe(100.05);
  expect(roundToTick(100.05, 0.05, "down")).toBe(100.05);
  expect(roundToTick(100.05, 0.05, "up")).toBe(100.05);
});

test("negative prices: up is towards zero, down is away, halves go away", () => {
  expect(roundToTick(-1.03, 0.05, "up")).toBe(-1);
  expect(roundToTick(-1.03, 0.05, "down")).toBe(-1.05);
  expect(roundToTick(-1.025, 0.05)).toBe(-1.05);
  expect(roundToTick(-0.01, 0.05)).toBe(0);
  expect(roundToTick(-0.01, 0.05, "up")).toBe(0);
  expect(isOnTick(-1.05, 0.05)).toBe(true);
});

test("is right where the floating remainder is not", () => {
  expect(100.05 % 0.05).not.toBe(0);
  expect(isOnTick(100.05, 0.05)).toBe(true);
  expect(isOnTick(100.03, 0.05)).toBe(false);
  expect(isOnTick(83.3375, 0.0025)).toBe(true);
  expect(isOnTick(0, 0.05)).toBe(true);
  expect(isOnTick(0.1 + 0.2, 0.05)).toBe(false);
});

test("takes very small and very large numbers as they print", () => {
  expect(isOnTick(3e-7, 1e-7)).toBe(true);
  expect(isOnTick(1e21, 0.05)).toBe(true);
  expect(roundToTick(1e-7, 0.05, "up")).toBe(0.05);
  expect(roundToTick(1e21, 1e-7)).toBe(1e21);
});

describe("refuses, and names the argument", () => {
  test.each([0, -0, -0.05])("a tick of %d", (tick) => {
    const error = new RangeError(`tick: expected a number above 0, received ${tick}`);
    expect(() => roundToTick(100, tick)).toThrow(error);
    expect(() => isOnTick(100, tick)).toThrow(error);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%s", (value) => {
    expect(() => roundToTick(value, 0.05)).toThrow(`price: expected a finite number, received ${value}`);
    expect(() => roundToTick(100, value)).toThrow(`tick: expected a finite number, received ${value}`);
    expect(() => isOnTick(value, 0.05)).toThrow(RangeError);
    expect(() => isOnTick(100, value)).toThrow(RangeError);
  });

  test("a direction that is none, which only JavaScript can pass", () => {
    expect(() => roundToTick(100.03, 0.05, "Up" as "up")).toThrow(
      'direction: expected "nearest", "up" or "down", received "Up"',
    );
  });
});
