import { price } from "@kite/models";
import type { OpenLot } from "./pnl-report.ts";

/**
 * Matches fills first in, first out. Fills have the form of lots: a quantity above 0 was bought, below 0 sold. Gives the gain per
 * price unit and what is left open.
 */
export function matchFifo(fills: readonly OpenLot[]): { readonly gain: number; readonly open: OpenLot[] } {
  const gains: number[] = [];
  // Lots before `oldest` are used up; cutting them off one by one would make long days slow.
  const open: OpenLot[] = [];
  let oldest = 0;
  for (const fill of fills) {
    let left = fill.quantity;
    let lot = open[oldest];
    while (left !== 0 && lot && lot.quantity > 0 !== left > 0) {
      const matched = Math.min(Math.abs(lot.quantity), Math.abs(left));
      const earned = left < 0 ? price.subtract(fill.price, lot.price) : price.subtract(lot.price, fill.price);
      gains.push(price.multiply(earned, matched));
      left += left < 0 ? matched : -matched;
      const rest = lot.quantity + (lot.quantity < 0 ? matched : -matched);
      if (rest === 0) oldest += 1;
      else open[oldest] = { quantity: rest, price: lot.price };
      lot = open[oldest];
    }
    if (left !== 0) open.push({ quantity: left, price: fill.price });
  }
  return { gain: price.sum(gains), open: open.slice(oldest) };
}
