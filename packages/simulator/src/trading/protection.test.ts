import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instrumentOf } from "../testing/instrument.ts";
import { match } from "./matching.ts";
import { automaticPercent, protect } from "./protection.ts";

const share = instrumentOf({ tick: 5 });
const option = instrumentOf({ tick: 5, instrument_type: "CE" });

describe("automatic protection", () => {
  test.each([
    [99.95, 2, 3],
    [100, 1, 2],
    [499.95, 1, 2],
    [500, 1, 2],
    [500.05, 0.5, 1],
    [9.95, 2, 5],
    [10, 2, 3],
  ])("at %d rupees: %d percent for shares and futures, %d for options", (price, plain, own) => {
    expect(automaticPercent(share, price)).toBe(plain);
    expect(automaticPercent(option, price)).toBe(own);
  });
});

test("a protected price is on the grid, no worse than the percentage, and within the circuit", () => {
  const sides = fc.constantFrom("BUY" as const, "SELL" as const);
  const ticks = fc.integer({ min: 200, max: 2_000_000 });
  fc.assert(
    fc.property(sides, ticks, fc.double({ min: 0.01, max: 100, noNaN: true }), (side, paise5, percent) => {
      const last_price = (paise5 * 5) / 100;
      const market = { last_price, lower_circuit_limit: last_price / 2, upper_circuit_limit: last_price * 1.5 };
      const { price } = protect(share, side, percent, market);
      expect(price).toBeLessThanOrEqual(Math.min(last_price * (1 + percent / 100) + 1e-6, last_price * 1.5));
      expect(price).toBeGreaterThanOrEqual(Math.max(last_price * (1 - percent / 100) - 1e-6, last_price * 0.5));
      const inside = price !== market.lower_circuit_limit && price !== market.upper_circuit_limit;
      if (inside) expect(Math.abs(price * 20 - Math.round(price * 20))).toBeLessThan(1e-6);
      if (side === "BUY") expect(price).toBeGreaterThanOrEqual(last_price);
      else expect(price).toBeLessThanOrEqual(last_price);
    }),
  );
});

test("matching takes the best prices first, never beyond the limit, never more than there is", () => {
  const levels = fc.array(fc.record({ ticks: fc.integer({ min: 1, max: 20 }), quantity: fc.nat(50) }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      levels,
      fc.integer({ min: -25, max: 25 }),
      fc.integer({ min: 1, max: 200 }),
      (rows, limit, quantity) => {
        const ordered = [...rows].sort((one, other) => one.ticks - other.ticks);
        const sell = ordered.map((row) => ({ price: 100 + row.ticks, quantity: row.quantity }));
        const buy = ordered.map((row) => ({ price: 100 - row.ticks, quantity: row.quantity }));
        const bought = match("BUY", 100 + limit, quantity, { buy, sell });
        const sold = match("SELL", 100 - limit, quantity, { buy, sell });
        const offered = sell.filter(({ price }) => price <= 100 + limit).reduce((sum, row) => sum + row.quantity, 0);
        for (const fills of [bought, sold]) {
          expect(fills.reduce((sum, fill) => sum + fill.quantity, 0)).toBe(Math.min(quantity, offered));
          expect(fills.every((fill) => fill.quantity > 0)).toBe(true);
        }
        expect(bought.every(({ price }) => price <= 100 + limit)).toBe(true);
        expect(sold.map(({ price }) => 200 - price)).toEqual(bought.map(({ price }) => price));
      },
    ),
  );
});
