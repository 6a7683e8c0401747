import { price as exact } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { limitOrder } from "../testing/samples.ts";
import { checkOrder } from "./check-order.ts";

/** Ticks and prices in ten-thousandths of a rupee, the oracle's unit. */
const tick = fc.constantFrom(25, 100, 500, 1_000, 5_000, 10_000, 50_000);
const units = fc.integer({ min: 1, max: 300_000_000 });
const side = fc.constantFrom("BUY", "SELL");
const rupees = (count: number) => count / 10_000;
const asUnits = (price: number) => Math.round(price * 10_000);

const instrumentWith = (tick_size: number, lot_size = 1) => ({
  exchange: "NSE",
  tradingsymbol: "INFY",
  tick_size,
  lot_size,
});

test("a corrected price is on the tick, less than a tick away, and never worse for the caller", () => {
  fc.assert(
    fc.property(units, tick, side, (price, step, transaction_type) => {
      const order = { ...limitOrder, transaction_type, price: rupees(price) } as PlaceOrderParams;
      const findings = checkOrder(order, instrumentWith(rupees(step)));
      if (price % step === 0) return void expect(findings).toEqual([]);
      expect(findings).toMatchObject([{ rule: "tick", field: "price", severity: "error" }]);
      const suggestion = findings[0]?.suggestion as number | undefined;
      if (suggestion === undefined) return void expect(transaction_type === "BUY" && price < step).toBe(true);
      expect(asUnits(suggestion) % step).toBe(0);
      expect(exact.isOnTick(suggestion, rupees(step))).toBe(true);
      const moved = asUnits(suggestion) - price;
      expect(Math.abs(moved)).toBeLessThan(step);
      expect(transaction_type === "BUY" ? moved < 0 : moved > 0).toBe(true);
    }),
  );
});

test("a price brought back into the day's limits is inside them, on the tick, and never worse for the caller", () => {
  fc.assert(
    fc.property(units, units, units, tick, side, (price, one, other, step, transaction_type) => {
      const [lower, upper] = [Math.min(one, other), Math.max(one, other)];
      const order = { ...limitOrder, transaction_type, price: rupees(price) } as PlaceOrderParams;
      const limits = { lower_circuit_limit: rupees(lower), upper_circuit_limit: rupees(upper) };
      const found = checkOrder(order, instrumentWith(rupees(step)), limits).find(({ rule }) => rule === "band");
      expect(found !== undefined).toBe(price < lower || price > upper);
      if (found?.suggestion === undefined) return;
      const suggestion = asUnits(found.suggestion as number);
      expect(suggestion % step).toBe(0);
      expect(transaction_type === "BUY" ? suggestion < price : suggestion > price).toBe(true);
      expect(suggestion >= lower && suggestion <= upper).toBe(true);
    }),
  );
});

test("correcting every field of a stop leaves nothing to correct in tick and trigger", () => {
  fc.assert(
    fc.property(units, units, tick, side, (one, other, step, transaction_type) => {
      const [price, trigger_price] = [rupees(one + step), rupees(other + step)];
      let order = { ...limitOrder, order_type: "SL", transaction_type, price, trigger_price } as PlaceOrderParams;
      for (let round = 0; round < 3; round += 1) {
        for (const { field, suggestion } of checkOrder(order, instrumentWith(rupees(step)))) {
          order = { ...order, [field]: suggestion } as PlaceOrderParams;
        }
      }
      expect(checkOrder(order, instrumentWith(rupees(step)))).toEqual([]);
    }),
  );
});

test("a corrected quantity is in whole lots and never more than was asked for", () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(amount, fc.integer({ min: 2, max: 5_000 }), (quantity, lot) => {
      const found = checkOrder({ ...limitOrder, quantity }, instrumentWith(0.05, lot));
      if (quantity % lot === 0) return void expect(found).toEqual([]);
      const suggestion = found[0]?.suggestion as number | undefined;
      if (suggestion === undefined) return void expect(quantity).toBeLessThan(lot);
      expect(suggestion % lot).toBe(0);
      expect(suggestion).toBeLessThan(quantity);
      expect(quantity - suggestion).toBeLessThan(lot);
    }),
  );
});
