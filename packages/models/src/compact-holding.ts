import { type InferInput, type InferOutput, number, object, string } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { InstrumentTokenSchema } from "./instrument-token.ts";

/**
 * A holding without prices. Kite does not document this answer.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/
 */
export const CompactHoldingSchema = object({
  exchange: ExchangeSchema,
  tradingsymbol: string(),
  instrument_token: InstrumentTokenSchema,
  /** Units bought but not delivered yet. */
  t1_quantity: number(),
  /** Settled net units. Those in `t1_quantity` come on top. */
  quantity: number(),
});
export interface CompactHolding extends InferOutput<typeof CompactHoldingSchema> {}
export interface CompactHoldingWire extends InferInput<typeof CompactHoldingSchema> {}
