import { array, type InferInput, type InferOutput, nullable, number, object, optional, string, unknown } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { GTTStatusSchema } from "./enums/gtt-status.ts";
import { GTTTypeSchema } from "./enums/gtt-type.ts";
import { OrderTypeSchema } from "./enums/order-type.ts";
import { ProductSchema } from "./enums/product.ts";
import { TransactionTypeSchema } from "./enums/transaction-type.ts";
import { GTTResultSchema } from "./gtt-result.ts";
import { InstrumentTokenSchema } from "./instrument-token.ts";
import { IstTimeSchema } from "./time/ist-time.ts";

/**
 * A good-till-triggered order: prices being watched, and the orders to place when one is reached. Rupees per unit.
 *
 * @see https://kite.trade/docs/connect/v3/gtt/
 */
export const GTTSchema = object({
  id: number(),
  user_id: string(),
  /** Null so far; of a shape that Kite does not document. */
  parent_trigger: optional(unknown()),
  type: GTTTypeSchema,
  created_at: IstTimeSchema,
  updated_at: IstTimeSchema,
  /** A year after its creation, as a rule. */
  expires_at: IstTimeSchema,
  /** `triggered` says nothing about the order: see `orders[].result`. */
  status: GTTStatusSchema,
  condition: object({
    exchange: ExchangeSchema,
    tradingsymbol: string(),
    instrument_token: InstrumentTokenSchema,
    /** One price, or the lower and the upper one. */
    trigger_values: array(number()),
    /** Price at the time of placing, not a live one. A single trigger above it fires on a rise, below it on a fall. */
    last_price: number(),
  }),
  /** Each is placed when the trigger value of the same index is reached. */
  orders: array(
    object({
      exchange: ExchangeSchema,
      tradingsymbol: string(),
      transaction_type: TransactionTypeSchema,
      quantity: number(),
      order_type: OrderTypeSchema,
      product: ProductSchema,
      /** Limit price. */
      price: number(),
      /** Null until its trigger has fired. */
      result: nullable(GTTResultSchema),
    }),
  ),
  /** Null or empty for most. */
  meta: nullable(
    object({
      /** Why the system refused it, for people. */
      rejection_reason: optional(string()),
    }),
  ),
});
export interface GTT extends InferOutput<typeof GTTSchema> {}
export interface GTTWire extends InferInput<typeof GTTSchema> {}
