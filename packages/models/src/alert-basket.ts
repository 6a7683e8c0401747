import { array, type InferInput, type InferOutput, number, object, optional, string } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { OrderTypeSchema } from "./enums/order-type.ts";
import { ProductSchema } from "./enums/product.ts";
import { TransactionTypeSchema } from "./enums/transaction-type.ts";
import { ValiditySchema } from "./enums/validity.ts";
import { VarietySchema } from "./enums/variety.ts";
import { InstrumentTokenSchema } from "./instrument-token.ts";

/**
 * The orders that an alert of type `ato` places. Prices are rupees per unit; 0 stands for "not used".
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 */
export const AlertBasketSchema = object({
  items: array(
    object({
      id: number(),
      instrument_token: InstrumentTokenSchema,
      tradingsymbol: string(),
      exchange: ExchangeSchema,
      /** 10000 so far, whatever the quantity; Kite does not say what it means. */
      weight: number(),
      params: object({
        transaction_type: TransactionTypeSchema,
        product: ProductSchema,
        order_type: OrderTypeSchema,
        validity: ValiditySchema,
        /** Minutes, where `validity` is `TTL`. */
        validity_ttl: number(),
        quantity: number(),
        /** Limit price. */
        price: number(),
        trigger_price: number(),
        disclosed_quantity: number(),
        /** Price when the alert was made. */
        last_price: number(),
        variety: VarietySchema,
        tags: array(string()),
        squareoff: number(),
        stoploss: number(),
        trailing_stoploss: number(),
        iceberg_legs: number(),
        /** Percent, -1 for automatic. */
        market_protection: number(),
        /** A GTT to place with the order. Kite documents neither unit. */
        gtt: optional(object({ target: number(), stoploss: number() })),
      }),
    }),
  ),
});
export interface AlertBasket extends InferOutput<typeof AlertBasketSchema> {}
export interface AlertBasketWire extends InferInput<typeof AlertBasketSchema> {}
