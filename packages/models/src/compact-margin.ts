import { type InferInput, type InferOutput, number, object, string } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";

/** The margin of an order, without its parts. */
export const CompactMarginSchema = object({
  /** `equity` or `commodity`; empty in the totals of a basket, as are symbol and exchange. */
  type: string(),
  tradingsymbol: string(),
  exchange: ExchangeSchema,
  /** Rupees. */
  total: number(),
});
export interface CompactMargin extends InferOutput<typeof CompactMarginSchema> {}
export interface CompactMarginWire extends InferInput<typeof CompactMarginSchema> {}
