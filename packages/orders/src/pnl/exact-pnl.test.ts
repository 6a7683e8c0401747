import type { Trade } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fraction, fraction, negative, over, plus, times, written } from "../testing/fraction.ts";
import { trade } from "../testing/samples.ts";
import { summarizeTrades } from "./summarize-trades.ts";

interface Fill {
  readonly quantity: number;
  readonly price: number;
}

/** Up to four decimals, as exchanges have them. */
const prices = fc.integer({ min: 1, max: 500_000_000 }).map((units) => units / 10_000);
const quantities = fc.integer({ min: -400, max: 400 }).filter((quantity) => quantity !== 0);
const fills = fc.array(fc.record({ quantity: quantities, price: prices }), { minLength: 1, maxLength: 25 });
const multipliers = fc.constantFrom(1, 10, 100, 1000, 0.5);

const zero = fraction(0);
const total = (parts: readonly Fraction[]) => parts.reduce(plus, zero);

/** The slow model: every unit stands in a queue by itself. */
function unitByUnit(all: readonly Fill[]): { gain: Fraction; open: Fill[] } {
  const queue: Fill[] = [];
  const gains: Fraction[] = [];
  for (const { quantity, price } of all) {
    const side = Math.sign(quantity);
    for (let unit = 0; unit < Math.abs(quantity); unit += 1) {
      const oldest = queue[0];
      if (!oldest || oldest.quantity === side) {
        queue.push({ quantity: side, price });
        continue;
      }
      queue.shift();
      const earned = plus(fraction(price), negative(fraction(oldest.price)));
      gains.push(side < 0 ? earned : negative(earned));
    }
  }
  return { gain: total(gains), open: queue };
}

/** Matched quantity times the difference of the average prices. */
function byAverage(all: readonly Fill[]): Fraction {
  const sideOf = (sign: number) => {
    const some = all.filter(({ quantity }) => Math.sign(quantity) === sign);
    const quantity = some.reduce((sum, fill) => sum + Math.abs(fill.quantity), 0);
    return {
      quantity,
      worth: total(some.map((fill) => times(fraction(fill.price), fraction(Math.abs(fill.quantity))))),
    };
  };
  const bought = sideOf(1);
  const sold = sideOf(-1);
  const matched = fraction(Math.min(bought.quantity, sold.quantity));
  const average = ({ quantity, worth }: typeof bought) => (quantity === 0 ? zero : over(worth, fraction(quantity)));
  return times(matched, plus(average(sold), negative(average(bought))));
}

const asTrades = (all: readonly Fill[]): Trade[] =>
  all.map(({ quantity, price }) => ({
    ...{ ...trade, quantity: Math.abs(quantity), average_price: price },
    transaction_type: quantity > 0 ? "BUY" : "SELL",
  }));

test("first in, first out agrees with a queue of single units, exactly", () => {
  fc.assert(
    fc.property(fills, multipliers, (all, multiplier) => {
      const { gain, open } = unitByUnit(all);
      const [row] = summarizeTrades(asTrades(all), { multipliers: { "NSE:SBIN": multiplier } }).instruments;
      expect(written(fraction(row?.realised.fifo ?? Number.NaN), 6)).toBe(
        written(times(gain, fraction(multiplier)), 6),
      );
      const units = row?.open_lots.flatMap(({ quantity, price }) =>
        Array.from({ length: Math.abs(quantity) }, () => ({ quantity: Math.sign(quantity), price })),
      );
      expect(units).toEqual(open);
      expect(row?.open_quantity).toBe(open.reduce((sum, { quantity }) => sum + quantity, 0));
    }),
  );
});

test("the gain by average is within a hundredth of a paisa of the exact fraction, and exact where all is closed", () => {
  fc.assert(
    fc.property(fills, fc.boolean(), (some, close) => {
      const rest = some.reduce((sum, { quantity }) => sum + quantity, 0);
      const all = close && rest !== 0 ? [...some, { quantity: -rest, price: 123.45 }] : some;
      const { realised, open_quantity } = summarizeTrades(asTrades(all)).instruments[0] ?? { realised: undefined };
      const exact = byAverage(all);
      const error = plus(fraction(realised?.average ?? Number.NaN), negative(exact));
      expect(Math.abs(Number(written(error, 8)))).toBeLessThanOrEqual(0.0001);
      if (open_quantity === 0) {
        expect(written(error, 8)).toBe("0.00000000");
        expect(realised?.average).toBe(realised?.fifo);
      }
    }),
  );
});

test("gain and open units together are what the trades moved in rupees", () => {
  fc.assert(
    fc.property(fills, (all) => {
      const [row] = summarizeTrades(asTrades(all)).instruments;
      const moved = total(all.map(({ quantity, price }) => negative(times(fraction(quantity), fraction(price)))));
      const open = total((row?.open_lots ?? []).map((lot) => times(fraction(lot.quantity), fraction(lot.price))));
      expect(written(fraction(row?.realised.fifo ?? Number.NaN), 6)).toBe(written(plus(moved, open), 6));
    }),
  );
});
