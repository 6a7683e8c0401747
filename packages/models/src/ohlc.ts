import { type InferInput, type InferOutput, number, object } from "valibot";

/** Prices of the session, rupees. */
export const OHLCSchema = object({
  open: number(),
  high: number(),
  low: number(),
  /** Close of the trading day before, also after today's close. */
  close: number(),
});
export interface OHLC extends InferOutput<typeof OHLCSchema> {}
export interface OHLCWire extends InferInput<typeof OHLCSchema> {}
