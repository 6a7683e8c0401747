import { type InferInput, type InferOutput, object, string } from "valibot";

/**
 * Names a mutual fund order that was placed or cancelled.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#orders
 */
export const MFOrderIdSchema = object({
  order_id: string(),
});
export interface MFOrderId extends InferOutput<typeof MFOrderIdSchema> {}
export interface MFOrderIdWire extends InferInput<typeof MFOrderIdSchema> {}
