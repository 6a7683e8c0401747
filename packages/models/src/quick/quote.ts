import type { Depth, DepthLevel } from "../depth.ts";
import type { OHLC } from "../ohlc.ts";
import type { Quote } from "../quote.ts";
import { list, number, time, timeOrNull } from "./fields.ts";
import { type Fields, fieldsOf } from "./quick.ts";

/** Of an instrument that is traded: a quote that lacks something, as those of indices do, is left to the schema. */
export const readQuote = (row: Fields<Quote>): Quote => ({
  instrument_token: number(row.instrument_token),
  timestamp: time(row.timestamp),
  last_trade_time: timeOrNull(row.last_trade_time),
  last_price: number(row.last_price),
  last_quantity: number(row.last_quantity),
  average_price: number(row.average_price),
  volume: number(row.volume),
  buy_quantity: number(row.buy_quantity),
  sell_quantity: number(row.sell_quantity),
  ohlc: readOHLC(row.ohlc),
  net_change: number(row.net_change),
  oi: number(row.oi),
  oi_day_high: number(row.oi_day_high),
  oi_day_low: number(row.oi_day_low),
  lower_circuit_limit: number(row.lower_circuit_limit),
  upper_circuit_limit: number(row.upper_circuit_limit),
  depth: readDepth(row.depth),
});

function readOHLC(value: unknown): OHLC {
  const { open, high, low, close } = fieldsOf<OHLC>(value);
  return { open: number(open), high: number(high), low: number(low), close: number(close) };
}

function readDepth(value: unknown): Depth {
  const { buy, sell } = fieldsOf<Depth>(value);
  return { buy: list(buy, readLevel), sell: list(sell, readLevel) };
}

function readLevel(value: unknown): DepthLevel {
  const { price, quantity, orders } = fieldsOf<DepthLevel>(value);
  return { price: number(price), quantity: number(quantity), orders: number(orders) };
}
