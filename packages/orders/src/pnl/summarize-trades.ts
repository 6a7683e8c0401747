import { invalidInput } from "@kite/core";
import { price, type Trade } from "@kite/models";
import { byInstrument, isSame } from "./by-instrument.ts";
import type { CarriedQuantity, TradesReport } from "./pnl-report.ts";
import { valueInstrument } from "./value-instrument.ts";

export interface SummarizeTradesParams {
  /**
   * Rupees per price unit of one lot, by `EXCHANGE:TRADINGSYMBOL`: `{ "MCX:LEADMINI26DECFUT": 1000 }`. A row of the positions has it.
   * Needed on MCX, CDS and BCD, where quantities are lots; 1 elsewhere.
   */
  readonly multipliers?: Readonly<Record<string, number>> | undefined;
  /** What was held before the first trade; it is sold first. Without it a sale of older units counts as one sold short. */
  readonly carried?: readonly CarriedQuantity[] | undefined;
}

/** Exchanges where quantities are lots. */
export const inLots: readonly string[] = ["MCX", "CDS", "BCD"];

/**
 * Computes what a day's trades gained, per instrument and product, by first in first out and by average price. What is open at the
 * end is carried: it is in no gain.
 *
 * Exact decimal arithmetic, without charges. Sends nothing. Throws `InvalidInput` for anything but a list, and for params that cannot be
 * right.
 *
 * @example
 * const { realised, instruments } = summarizeTrades(await getTrades(kite));
 */
export function summarizeTrades(trades: readonly Trade[], params: SummarizeTradesParams = {}): TradesReport {
  const { multipliers = {}, carried = [] } = params;
  if (!Array.isArray(trades)) throw invalidInput("trades", "must be a list", "summarizeTrades");
  for (const [name, multiplier] of Object.entries(multipliers)) {
    if (Number.isFinite(multiplier) && multiplier > 0) continue;
    throw invalidInput(`multipliers["${name}"]`, `must be a number above 0, got ${multiplier}`, "summarizeTrades");
  }
  for (const [index, { quantity, average_price }] of carried.entries()) {
    if (Number.isSafeInteger(quantity) && Number.isFinite(average_price)) continue;
    throw invalidInput(`carried[${index}]`, "must have a whole quantity and an average_price", "summarizeTrades");
  }
  const instruments = byInstrument(trades.filter(isCountable)).map((group) => {
    const [first] = group;
    const given = multipliers[`${first.exchange}:${first.tradingsymbol}`];
    const multiplier = given ?? (inLots.includes(first.exchange) ? null : 1);
    return valueInstrument(
      group,
      carried.filter((row) => isSame(row, first)),
      multiplier,
    );
  });
  const inRupees = instruments.filter(({ multiplier }) => multiplier !== null);
  const inPoints = instruments.filter(({ multiplier }) => multiplier === null);
  return {
    instruments,
    realised: {
      fifo: price.sum(inRupees.map(({ realised }) => realised.fifo)),
      average: price.sum(inRupees.map(({ realised }) => realised.average)),
    },
    withoutMultiplier: [...new Set(inPoints.map((row) => `${row.exchange}:${row.tradingsymbol}`))],
    leftOut: trades.filter((trade) => !isCountable(trade)),
  };
}

/** The row is typed, but one that does not match its schema may be anything, even null. */
function isCountable(trade: Trade | null): boolean {
  if (!trade) return false;
  const { quantity, average_price, transaction_type, fill_timestamp } = trade;
  const isSide = transaction_type === "BUY" || transaction_type === "SELL";
  const isTime = fill_timestamp instanceof Date && !Number.isNaN(fill_timestamp.getTime());
  return isSide && isTime && Number.isSafeInteger(quantity) && quantity > 0 && Number.isFinite(average_price);
}
