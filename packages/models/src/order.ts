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
 * A row of the order book. Prices are rupees per unit.
 *
 * The three partial quantities need not add up to `quantity`: a cancelled order may still show pending units, a rejected one shows
 * none at all. What is left of a live order is `quantity` - `filled_quantity`.
 *
 * @see https://kite.trade/docs/connect/v3/orders/#retrieving-orders
 */
export const OrderSchema = object({
  account_id: optional(string()),
  /** May be someone else than the account's owner: a dealer can place orders for a client. */
  placed_by: string(),
  terminal_id: optional(string()),
  /** 15 or 19 digits; text, because the long ones do not fit a number. */
  order_id: string(),
  /** Null until the order has reached the exchange. */
  exchange_order_id: nullable(string()),
  /** First order of a cover order, on its second leg. */
  parent_order_id: nullable(string()),
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
  /** Not reliable: can stay false on orders that were modified. */
  modified: boolean(),
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
  pending_quantity: number(),
  cancelled_quantity: number(),
  /** Percent, -1 for automatic, 0 when unused; may read 0 on an order that was placed with one. */
  market_protection: number(),
  meta: OrderMetaSchema,
  /** The tag it was placed with. Can be null while `tags` is not empty. */
  tag: nullable(string()),
  /** The user's tag and those of the system, such as `autoslice:<id of the umbrella>`. */
  tags: optional(array(string())),
  /** Undocumented; does not tell repeated requests apart. */
  guid: nullable(string()),
});
export interface Order extends InferOutput<typeof OrderSchema> {}
export interface OrderWire extends InferInput<typeof OrderSchema> {}
