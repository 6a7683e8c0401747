import { type InferInput, type InferOutput, object, string } from "valibot";

/** Answer to a change of an order: the id of the order. Says that the wish was registered, not that it was fulfilled. */
export const OrderIdSchema = object({
  /** 15 or 19 digits; text, because the long ones do not fit a number. */
  order_id: string(),
});
export interface OrderId extends InferOutput<typeof OrderIdSchema> {}
export interface OrderIdWire extends InferInput<typeof OrderIdSchema> {}
