import { array, boolean, type InferInput, type InferOutput, nullable, number, object, optional, string } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { OrderStatusSchema } from "./enums/order-status.ts";
import { OrderTypeSchema } from "./enums/order-type.ts";
import { ProductSchema } from "./enums/product.ts";
import { TransactionTypeSchema } from "./enums/transaction-type.ts";
import { ValiditySchema } from "./enums/validity.ts";
import { VarietySchema } from "./enums/variety.ts";
import { InstrumentTokenSchema } from "./instrument-token.ts";
import { OrderMetaSchema } from "./order-meta.ts";
import { IstTimeSchema } from "./time/ist-time.ts";
import { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";

/**
 * News about an order, as postbacks and the stream bring it. Prices are rupees per unit.
 *
 * Updates may arrive out of order and none comes for the first acceptance. Quantities need not add up. The checksum is
 * made with the text of `order_timestamp`, so check it on the payload as received.
 *
 * @see https://kite.trade/docs/connect/v3/postbacks/
 */
export const OrderUpdateSchema = object({
  user_id: string(),
  /** App that the order was placed with. */
  app_id: number(),
  /** SHA-256 in hex of `order_id`, the text of `order_timestamp` and the API secret. */
  checksum: string(),
  /** May differ from `user_id`: a dealer can place orders for a client. */
  placed_by: string(),
  account_id: optional(string()),
  terminal_id: optional(string()),
  order_id: string(),
  /** Null until the order has reached the exchange. */
  exchange_order_id: nullable(string()),
  /** First order of a cover order, on its second leg. */
  parent_order_id: nullable(string()),
  /** `UPDATE` stands for an open order that was modified or partly filled. */
  status: OrderStatusSchema,
  /** Why, for people. */
  status_message: nullable(string()),
  /** Why, in the exchange's or risk system's words. */
  status_message_raw: nullable(string()),
  /** When Kite took the order. */
  order_timestamp: IstTimeSchema,
  /** When its state at the exchange last changed; null until it has reached the exchange. */
  exchange_update_timestamp: IstTimeOrNoneSchema,
  /** When the exchange took it. Can be earlier than `order_timestamp` after a change. */
  exchange_timestamp: IstTimeOrNoneSchema,
  variety: VarietySchema,
  /** Not reliable: stays false on orders that were modified. */
  modified: optional(boolean()),
  exchange: ExchangeSchema,
  tradingsymbol: string(),
  instrument_token: InstrumentTokenSchema,
  order_type: OrderTypeSchema,
  transaction_type: TransactionTypeSchema,
  validity: ValiditySchema,
  /** Minutes; 0 unless `validity` is `TTL`. */
  validity_ttl: optional(number()),
  product: ProductSchema,
  /** Asked for: shares on NSE and BSE, units on NFO and BFO, lots on MCX, CDS and BCD. */
  quantity: number(),
  /** Shown to the market; 0 when all of it is. */
  disclosed_quantity: number(),
  /** Limit price; 0 when unused. */
  price: number(),
  /** 0 when unused. */
  trigger_price: number(),
  auction_number: optional(string()),
  /** Average price of the fills; 0 until there is one. */
  average_price: number(),
  filled_quantity: number(),
  unfilled_quantity: number(),
  pending_quantity: number(),
  cancelled_quantity: number(),
  /** Percent, -1 for automatic, 0 when unused. */
  market_protection: number(),
  meta: OrderMetaSchema,
  /** The tag it was placed with. Can be null while `tags` is not empty. */
  tag: nullable(string()),
  /** The user's tag and those of the system. */
  tags: optional(array(string())),
  /** Undocumented; does not tell repeated requests apart. */
  guid: nullable(string()),
});
export interface OrderUpdate extends InferOutput<typeof OrderUpdateSchema> {}
export interface OrderUpdateWire extends InferInput<typeof OrderUpdateSchema> {}
