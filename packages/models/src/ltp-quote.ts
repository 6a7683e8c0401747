import { type InferInput, type InferOutput, number, object } from "valibot";
import { InstrumentTokenSchema } from "./instrument-token.ts";

/**
 * Last traded price of an instrument.
 *
 * @see https://kite.trade/docs/connect/v3/market-quotes/
 */
export const LTPQuoteSchema = object({
  instrument_token: InstrumentTokenSchema,
  /** Rupees. */
  last_price: number(),
});
export interface LTPQuote extends InferOutput<typeof LTPQuoteSchema> {}
export interface LTPQuoteWire extends InferInput<typeof LTPQuoteSchema> {}
