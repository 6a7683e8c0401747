import { type InferInput, type InferOutput, nullable, number, object, optional, string } from "valibot";

/**
 * Units of a fund in one folio. Prices are rupees per unit, the fund's NAV.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#holdings
 */
export const MFHoldingSchema = object({
  folio: nullable(string()),
  /** Name of the fund. */
  fund: string(),
  /** ISIN of the fund. */
  tradingsymbol: string(),
  average_price: number(),
  last_price: number(),
  /** Day of `last_price`, `yyyy-mm-dd`; may be empty. */
  last_price_date: string(),
  /** 0 in every answer seen. The gain in rupees is (`last_price` - `average_price`) × `quantity`. */
  pnl: number(),
  /** Units, with decimals. */
  quantity: number(),
  /** Units pledged as collateral. */
  pledged_quantity: optional(number()),
});
export interface MFHolding extends InferOutput<typeof MFHoldingSchema> {}
export interface MFHoldingWire extends InferInput<typeof MFHoldingSchema> {}
