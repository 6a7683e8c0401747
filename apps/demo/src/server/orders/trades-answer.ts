import type { ChargedInstrumentPnl, Trade, TradesWithPnl } from "@kite/orders";
import type { Fill, TradedRow, TradedSide, TradesAnswer } from "../../shared/orders-api.ts";

/** Puts the day's trades and their gains into the page's words. */
export function tradesAnswer(report: TradesWithPnl): TradesAnswer {
  return {
    instruments: report.instruments.map(tradedRow),
    realised: report.realised.fifo,
    charges: report.charges ?? 0,
    without_multiplier: report.withoutMultiplier,
    left_out: report.leftOut.length,
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
    fills: trades.map(fillOf),
  };
}

/** What was traded today; the SDK's own figures have the units in them that were carried over. */
function sideOf(trades: readonly Trade[], side: "BUY" | "SELL"): TradedSide {
  const own = trades.filter(({ transaction_type }) => transaction_type === side);
  const quantity = own.reduce((sum, trade) => sum + trade.quantity, 0);
  const value = own.reduce((sum, trade) => sum + trade.quantity * trade.average_price, 0);
  return { quantity, average_price: quantity === 0 ? 0 : value / quantity };
}

function fillOf({ trade_id, order_id, transaction_type, quantity, average_price, fill_timestamp }: Trade): Fill {
  return { trade_id, order_id, transaction_type, quantity, price: average_price, at: fill_timestamp.toISOString() };
}
