import { type InferInput, type InferOutput, number, object, optional } from "valibot";
import { DepthSchema } from "./depth.ts";
import { InstrumentTokenSchema } from "./instrument-token.ts";
import { OHLCSchema } from "./ohlc.ts";
import { quick } from "./quick/quick.ts";
import { readQuote } from "./quick/quote.ts";
import { IstTimeSchema } from "./time/ist-time.ts";
import { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";

/**
 * Everything about an instrument in one moment. Prices are rupees; quantities are shares, units of a contract, or lots on MCX and
 * the currency exchanges. Optional fields may be missing for an index, which nobody trades.
 *
 * @see https://kite.trade/docs/connect/v3/market-quotes/
 */
export const QuoteSchema = object({
  instrument_token: InstrumentTokenSchema,
  /** When the exchange sent this. */
  timestamp: IstTimeSchema,
  /** Null when there was no trade yet. */
  last_trade_time: optional(IstTimeOrNoneSchema),
  last_price: number(),
  last_quantity: optional(number()),
  /** Average price of today's trades. */
  average_price: optional(number()),
  /** Traded today. */
  volume: optional(number()),
  /** All that is wanted, also beyond the five rows of `depth`. */
  buy_quantity: optional(number()),
  /** All that is offered, also beyond the five rows of `depth`. */
  sell_quantity: optional(number()),
  ohlc: OHLCSchema,
  /**
   * Documented as the change in rupees since the previous close, but 0 in Kite's own samples. Compute it:
   * `last_price` - `ohlc.close`.
   */
  net_change: number(),
  /** Contracts open; 0 is a value. */
  oi: optional(number()),
  oi_day_high: optional(number()),
  oi_day_low: optional(number()),
  /** Lowest price that the exchange takes today. */
  lower_circuit_limit: optional(number()),
  /** Highest price that the exchange takes today. */
  upper_circuit_limit: optional(number()),
  depth: optional(DepthSchema),
});
quick(QuoteSchema, readQuote);
export interface Quote extends InferOutput<typeof QuoteSchema> {}
export interface QuoteWire extends InferInput<typeof QuoteSchema> {}
