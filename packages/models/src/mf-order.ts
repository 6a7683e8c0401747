import { type InferInput, type InferOutput, nullable, number, object, optional, string } from "valibot";
import { MFOrderStatusSchema } from "./enums/mf-order-status.ts";
import { MFPurchaseTypeSchema } from "./enums/mf-purchase-type.ts";
import { MFVarietySchema } from "./enums/mf-variety.ts";
import { TransactionTypeSchema } from "./enums/transaction-type.ts";
import { IstTimeSchema } from "./time/ist-time.ts";

/**
 * A mutual fund order. Prices are rupees per unit, the fund's NAV.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#orders
 */
export const MFOrderSchema = object({
  order_id: string(),
  /** Null until the order has reached the exchange. */
  exchange_order_id: nullable(string()),
  /** ISIN of the fund. */
  tradingsymbol: string(),
  /** Name of the fund. */
  fund: string(),
  status: nullable(MFOrderStatusSchema),
  /** For people; may be set while the order is still open. */
  status_message: nullable(string()),
  folio: nullable(string()),
  order_timestamp: IstTimeSchema,
  /** Day on which the exchange took it, `yyyy-mm-dd` in India. */
  exchange_timestamp: nullable(string()),
  settlement_id: nullable(string()),
  transaction_type: TransactionTypeSchema,
  /** Rupees to buy for. */
  amount: number(),
  /** Units, with decimals. */
  quantity: number(),
  variety: MFVarietySchema,
  /** Null for a sale. */
  purchase_type: nullable(MFPurchaseTypeSchema),
  /** Documented, and missing in every answer seen. */
  price: optional(number()),
  last_price: number(),
  average_price: number(),
  /** Day of `last_price`, `yyyy-mm-dd`. */
  last_price_date: string(),
  placed_by: string(),
  tag: nullable(string()),
});
export interface MFOrder extends InferOutput<typeof MFOrderSchema> {}
export interface MFOrderWire extends InferInput<typeof MFOrderSchema> {}
