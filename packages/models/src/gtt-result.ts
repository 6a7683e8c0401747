import { type InferInput, type InferOutput, number, object, string } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { GTTOrderStatusSchema } from "./enums/gtt-order-status.ts";
import { OrderTypeSchema } from "./enums/order-type.ts";
import { ProductSchema } from "./enums/product.ts";
import { TransactionTypeSchema } from "./enums/transaction-type.ts";
import { ValiditySchema } from "./enums/validity.ts";
import { JsonObjectTextSchema } from "./json-object-text.ts";
import { IstTimeSchema } from "./time/ist-time.ts";

/**
 * What happened when a trigger fired. Prices are rupees per unit.
 *
 * @see https://kite.trade/docs/connect/v3/gtt/
 */
export const GTTResultSchema = object({
  account_id: string(),
  exchange: ExchangeSchema,
  tradingsymbol: string(),
  validity: ValiditySchema,
  product: ProductSchema,
  order_type: OrderTypeSchema,
  transaction_type: TransactionTypeSchema,
  quantity: number(),
  price: number(),
  /** JSON text on the wire, usually with the keys `app_id` and `gtt`, the GTT's id. Text here is text that was no JSON. */
  meta: JsonObjectTextSchema,
  /** When the trigger fired. */
  timestamp: IstTimeSchema,
  /** Last traded price that fired it. */
  triggered_at: number(),
  order_result: object({
    /** Whether the order was taken; not whether it was filled. */
    status: GTTOrderStatusSchema,
    /** Empty when there is no order. */
    order_id: string(),
    /** Why, for people; empty when it was taken. */
    rejection_reason: string(),
  }),
});
export interface GTTResult extends InferOutput<typeof GTTResultSchema> {}
export interface GTTResultWire extends InferInput<typeof GTTResultSchema> {}
