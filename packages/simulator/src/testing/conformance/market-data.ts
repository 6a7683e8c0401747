import {
  array,
  check,
  type GenericSchema,
  length,
  literal,
  nullable,
  optional,
  pipe,
  record,
  regex,
  strictObject,
  strictTuple,
  string,
  union,
} from "valibot";
import { amount, candleTime, count, num, timestamp, token } from "./formats.ts";

/** Keys are the texts that were sent. */
const byKey = (value: GenericSchema): GenericSchema => record(pipe(string(), regex(/^[A-Z]+:.+$/)), value);

export const ohlc: GenericSchema = strictObject({ open: amount, high: amount, low: amount, close: amount });
const level = strictObject({ price: amount, quantity: count, orders: count });
const levels = pipe(array(level), length(5));

const traded = {
  average_price: amount,
  last_quantity: count,
  volume: count,
  buy_quantity: count,
  sell_quantity: count,
  oi: num,
  oi_day_high: num,
  oi_day_low: num,
  lower_circuit_limit: amount,
  upper_circuit_limit: amount,
  depth: strictObject({ buy: levels, sell: levels }),
};
const always = {
  instrument_token: token,
  timestamp,
  last_trade_time: nullable(timestamp),
  last_price: amount,
  net_change: num,
  ohlc,
};
/** Which of the keys an index lacks is not documented: all of those that it cannot have may be missing. */
const indexQuote = pipe(
  strictObject({
    ...always,
    ...Object.fromEntries(Object.entries(traded).map(([key, schema]) => [key, optional(schema as GenericSchema)])),
  }),
  check((quote) => (quote as { instrument_token: number }).instrument_token % 256 === 9, "a share lacks a key"),
);

/** 6.2. */
export const quotes: GenericSchema = byKey(union([strictObject({ ...always, ...traded }), indexQuote]));
export const ohlcQuotes: GenericSchema = byKey(strictObject({ instrument_token: token, last_price: amount, ohlc }));
export const lastPrices: GenericSchema = byKey(strictObject({ instrument_token: token, last_price: amount }));

/** 6.3: open, high, low, close, volume, and open interest when it was asked for. */
export const candles: GenericSchema = strictObject({
  candles: array(
    union([
      strictTuple([candleTime, amount, amount, amount, amount, count]),
      strictTuple([candleTime, amount, amount, amount, amount, count, count]),
    ]),
  ),
});

/** 6.4: the token is 0 in the only sample. */
export const triggerRanges: GenericSchema = byKey(
  strictObject({ instrument_token: union([literal(0), token]), lower: amount, upper: amount }),
);
