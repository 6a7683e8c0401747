import { isKiteError } from "@kite/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { instrument } from "../testing/rows.ts";
import { checkPurchase, checkRedemption } from "./check-instrument.ts";

const isin = instrument.tradingsymbol;
const buying =
  (amount: number, odd: object = {}, isLater = false) =>
  () =>
    checkPurchase({ ...instrument, ...odd }, isin, amount, isLater);
const selling =
  (quantity: number, odd: object = {}) =>
  () =>
    checkRedemption({ ...instrument, ...odd }, isin, quantity);

test("a first purchase has another minimum than a later one", () => {
  expect(buying(1000)).not.toThrow();
  expect(buying(900)).toThrow("amount: must be at least 1000 for this fund, got 900");
  expect(buying(500, {}, true)).not.toThrow();
  expect(buying(400, {}, true)).toThrow("amount: must be at least 500 for this fund, got 400");
});

test("steps count from nothing or from the minimum", () => {
  expect(buying(1200)).not.toThrow();
  expect(buying(1250)).toThrow("amount: must be a multiple of 100 for this fund, got 1250");
  expect(buying(699, { minimum_purchase_amount: 499 })).not.toThrow();
});

test("units are compared as decimals, where binary fractions err", () => {
  expect(selling(1.001)).not.toThrow();
  expect(selling(0.7, { redemption_quantity_multiplier: 0.1 })).not.toThrow();
  expect(selling(1.0005)).toThrow("quantity: must be a multiple of 0.001 for this fund, got 1.0005");
  expect(selling(0.499)).toThrow("quantity: must be at least 0.5 for this fund, got 0.499");
});

test("a fund that takes no orders, and another fund, are refused", () => {
  expect(buying(1000, { purchase_allowed: false })).toThrow(`tradingsymbol: ${isin} cannot be bought now`);
  expect(selling(1, { redemption_allowed: false })).toThrow(`tradingsymbol: ${isin} cannot be sold now`);
  expect(() => checkRedemption(instrument, "INF174K01LS2", 1)).toThrow(/^instrument: /);
});

test("a minimum or a step of 0 is none, and so is one that could not be read", () => {
  for (const none of [0, "", "n/a", Number.NaN]) {
    expect(buying(0.01, { minimum_purchase_amount: none, purchase_amount_multiplier: none })).not.toThrow();
  }
});

/** Whole ten-thousandths: the oracle counts in whole numbers, and shares no code with the check. */
const units = fc.integer({ min: 1, max: 2_000_000 });
const small = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(1, 10, 100, 1_000, 10_000));

test("takes exactly what is a minimum or more, in steps from nothing or from the minimum", () => {
  fc.assert(
    fc.property(fc.oneof(units, fc.integer({ min: 1, max: 600 })), small, small, (value, least, step) => {
      const isGood = value >= least && (step === 0 || value % step === 0 || (value - least) % step === 0);
      const odd = { minimum_redemption_quantity: least / 10_000, redemption_quantity_multiplier: step / 10_000 };
      let refused = false;
      try {
        selling(value / 10_000, odd)();
      } catch (error) {
        refused = isKiteError(error, "InvalidInput") && error.message.startsWith("quantity: ");
        if (!refused) throw error;
      }
      expect(refused).toBe(!isGood);
    }),
    { numRuns: 5_000 },
  );
});
