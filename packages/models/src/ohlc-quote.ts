import { type InferInput, type InferOutput, number, object } from "valibot";
import { InstrumentTokenSchema } from "./instrument-token.ts";
import { OHLCSchema } from "./ohlc.ts";

/**
 * Last traded price of an instrument and the prices of its session.
 *
 * @see https://kite.trade/docs/connect/v3/market-quotes/
 */
export const OHLCQuoteSchema = object({
  instrument_token: InstrumentTokenSchema,
  /** Rupees. */
  last_price: number(),
  ohlc: OHLCSchema,
});
export interface OHLCQuote extends InferOutput<typeof OHLCQuoteSchema> {}
export interface OHLCQuoteWire extends InferInput<typeof OHLCQuoteSchema> {}
