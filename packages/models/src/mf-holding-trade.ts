import { type InferInput, type InferOutput, nullable, number, object, string } from "valibot";
import { MFVarietySchema } from "./enums/mf-variety.ts";

/**
 * One of the trades that a fund holding is made of. Kite does not document this answer.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#holdings
 */
export const MFHoldingTradeSchema = object({
  /** Name of the fund. */
  fund: string(),
  /** ISIN of the fund. */
  tradingsymbol: string(),
  /** Rupees per unit. */
  average_price: number(),
  variety: MFVarietySchema,
  /** As the server writes it: a day, perhaps with a time. */
  exchange_timestamp: nullable(string()),
  /** Rupees. */
  amount: number(),
  folio: nullable(string()),
  /** Units, with decimals. */
  quantity: number(),
});
export interface MFHoldingTrade extends InferOutput<typeof MFHoldingTradeSchema> {}
export interface MFHoldingTradeWire extends InferInput<typeof MFHoldingTradeSchema> {}
