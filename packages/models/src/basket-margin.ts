import { array, type InferInput, type InferOutput, object } from "valibot";
import { ChargesSchema } from "./charges.ts";
import { OrderMarginSchema } from "./order-margin.ts";

/**
 * The margin that several orders need together.
 *
 * @see https://kite.trade/docs/connect/v3/margins/#basket-margins
 */
export const BasketMarginSchema = object({
  /** Sum of the single orders. */
  initial: OrderMarginSchema,
  /** What is needed once the orders cover each other. */
  final: OrderMarginSchema,
  /** In the order of the request. */
  orders: array(OrderMarginSchema),
  /** May lack the transaction taxes: add up the `charges` of `orders` instead. */
  charges: ChargesSchema,
});
export interface BasketMargin extends InferOutput<typeof BasketMarginSchema> {}
export interface BasketMarginWire extends InferInput<typeof BasketMarginSchema> {}
