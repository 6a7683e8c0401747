import { type InferInput, type InferOutput, object } from "valibot";
import { SegmentMarginSchema } from "./segment-margin.ts";

/**
 * Funds by segment, all in rupees.
 *
 * @see https://kite.trade/docs/connect/v3/user/#funds-and-margins
 */
export const UserMarginsSchema = object({
  /** Equity, futures and options, and currency. */
  equity: SegmentMarginSchema,
  /** MCX. */
  commodity: SegmentMarginSchema,
});
export interface UserMargins extends InferOutput<typeof UserMarginsSchema> {}
export interface UserMarginsWire extends InferInput<typeof UserMarginsSchema> {}
