import type { ChargedInstrumentPnl, Trade, TradesWithPnl } from "@kite/orders";

/** The day's trades by instrument and product, in the order of their first trades. Rupees. */
export interface TradesRows {
  readonly instruments: readonly TradedRow[];
  /** Of all instruments, first in, first out, before charges. */
  readonly realised: number;
  readonly charges: number;
  /** Contracts whose gain is in no total, because the exchange did not say what a lot is worth. */
  readonly withoutMultiplier: readonly string[];
  /** Number of trades that are in no figure, because the exchange sent something else than numbers. */
  readonly leftOut: number;
}

export interface TradedRow {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly product: string;
  readonly bought: TradedSide;
  readonly sold: TradedSide;
  /** Null where it is not known in rupees. */
  readonly realised: number | null;
  readonly charges: number;
  readonly fills: readonly Trade[];
}

export interface TradedSide {
  readonly quantity: number;
  /** 0 when nothing was traded. */
  readonly average_price: number;
}

/** Puts the day's trades and their gains into the page's words. */
export function tradesRows({ instruments, realised, charges = 0, ...report }: TradesWithPnl): TradesRows {
  return {
    instruments: instruments.map(tradedRow),
    realised: realised.fifo,
    charges,
    withoutMultiplier: report.withoutMultiplier,
    leftOut: report.leftOut.length,
  };
}

function tradedRow(row: ChargedInstrumentPnl): TradedRow {
  const { exchange, tradingsymbol, product, trades, multiplier, realised, charges = 0 } = row;
  return {
    exchange,
    tradingsymbol,
    product,
    bought: sideOf(trades, "BUY"),
    sold: sideOf(trades, "SELL"),
    realised: multiplier === null ? null : realised.fifo,
    charges,
    fills: trades,
  };
}

/** What was traded today; the SDK's own figures have the units in them that were carried over. */
function sideOf(trades: readonly Trade[], side: "BUY" | "SELL"): TradedSide {
  const own = trades.filter(({ transaction_type }) => transaction_type === side);
  const quantity = own.reduce((sum, trade) => sum + trade.quantity, 0);
  const value = own.reduce((sum, trade) => sum + trade.quantity * trade.average_price, 0);
  return { quantity, average_price: quantity === 0 ? 0 : value / quantity };
}
