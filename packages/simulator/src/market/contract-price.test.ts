import fc from "fast-check";
import { expect, test } from "vitest";
import { instrumentOf } from "../testing/instrument.ts";
import { pricingOn } from "./contract-price.ts";
import { dateOf } from "./day.ts";

const TODAY = 20_514;
const spot = { name: "X", typicalPrice: 2_500_000, hours: "equity" } as const;
const contract = (instrument_type: "FUT" | "CE" | "PE", strike: number, daysLeft: number, volatility: number) =>
  instrumentOf({ instrument_type, strike, expiry: dateOf(TODAY + daysLeft), spot: { ...spot, volatility } });

/** Paise, for an underlying that was at 25,000 rupees before the day began. */
function priceOf(
  type: "FUT" | "CE" | "PE",
  strike: number,
  { daysLeft, minutesLeft, level, volatility }: Moment,
): number {
  return pricingOn(contract(type, strike, daysLeft, volatility), TODAY, 2_500_000)(level, minutesLeft);
}

const moments = fc.record({
  daysLeft: fc.integer({ min: 0, max: 98 }),
  minutesLeft: fc.integer({ min: 0, max: 384 }),
  level: fc.integer({ min: 2_350_000, max: 2_650_000 }),
  volatility: fc.constantFrom(0.15, 0.5, 0.8, 1),
});
type Moment = typeof moments extends fc.Arbitrary<infer T> ? T : never;
const strikes = Array.from({ length: 81 }, (_, index) => 21_000 + 100 * index);

test("calls and puts keep put-call parity with the future", () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...strikes), (moment, strike) => {
      const carry = 1 + (0.065 * moment.daysLeft) / 365;
      const [call, put] = [priceOf("CE", strike, moment), priceOf("PE", strike, moment)];
      const future = priceOf("FUT", 0, moment);
      // neither is ever below zero, and the formula's own error is less than a paisa
      expect(Math.abs(call - put - (future - strike * 100) / carry)).toBeLessThan(1);
      expect(Math.min(call, put)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("calls get cheaper and puts dearer with the strike, by no more than the strikes are apart", () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const [calls, puts] = (["CE", "PE"] as const).map((type) =>
        strikes.map((strike) => priceOf(type, strike, moment)),
      );
      strikes.slice(1).forEach((_, index) => {
        const [call, next] = [calls?.[index] ?? 0, calls?.[index + 1] ?? 0];
        const [put, nextPut] = [puts?.[index] ?? 0, puts?.[index + 1] ?? 0];
        expect(call - next).toBeGreaterThan(-1);
        expect(call - next).toBeLessThan(10_001);
        expect(nextPut - put).toBeGreaterThan(-1);
      });
    }),
    { numRuns: 300 },
  );
});

test("options rise with time, calls with the underlying, and at the end only what they are worth is left", () => {
  const at = (strike: number, moment: Partial<Moment>) =>
    priceOf("CE", strike, { daysLeft: 20, minutesLeft: 100, level: 2_500_000, volatility: 0.5, ...moment });
  expect(at(25_000, { daysLeft: 40 })).toBeGreaterThan(at(25_000, { daysLeft: 20 }));
  expect(at(25_000, { level: 2_510_000 })).toBeGreaterThan(at(25_000, {}));
  expect(at(24_900, { daysLeft: 0, minutesLeft: 0 })).toBe(10_000);
  expect(at(25_100, { daysLeft: 0, minutesLeft: 0 })).toBe(0);
  // 13 % a year at the money for twenty days: 0.4 of the deviation, and half of the carry
  expect(at(25_000, {}) / 100).toBeGreaterThan(340);
  expect(at(25_000, {}) / 100).toBeLessThan(420);
});

test("the smile: far strikes reckon with a greater swing than near ones, low ones with the greatest", () => {
  const away = (type: "CE" | "PE", strike: number) =>
    priceOf(type, strike, { daysLeft: 30, minutesLeft: 0, level: 2_500_000, volatility: 0.5 });
  const [low, high] = [away("PE", 23_000), away("CE", 27_250)];
  expect(low).toBeGreaterThan(high);
  expect(high).toBeGreaterThan(100);
});
