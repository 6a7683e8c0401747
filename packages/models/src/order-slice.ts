import type { OrderId } from "./order-id.ts";

/** Why a slice is no order: the content of a failed call, as data. */
export interface FailedSlice {
  readonly error: {
    /** Like an HTTP status. */
    readonly code: number;
    /** Name of the exception, as in a failed call: `MarginException`. */
    readonly error_type: string;
    readonly message: string;
    readonly data: unknown;
  };
}

/**
 * One part of an order that Kite sliced: an order of its own, `{ order_id }`, or the reason why it is none, `{ error }`. Parts fail one by
 * one: some may be live while others were refused.
 *
 * @see https://kite.trade/docs/connect/v3/orders/#autoslice
 */
export type OrderSlice = OrderId | FailedSlice;
export type OrderSliceWire = OrderSlice;

/** Keeps the documented fields of a slice; what is neither an order nor a refusal stays as it came. */
export function readSlice(slice: unknown): unknown {
  const { order_id, error } = fieldsOf(slice);
  if (typeof order_id === "string") return { order_id };
  const { code, error_type, message, data } = fieldsOf(error);
  const isRefusal = typeof code === "number" && typeof error_type === "string" && typeof message === "string";
  return isRefusal ? { error: { code, error_type, message, data } } : slice;
}

/** Tells whether `readSlice` could read it. */
export function isSlice(slice: unknown): slice is OrderSlice {
  const { order_id, error } = fieldsOf(slice);
  return typeof order_id === "string" || typeof fieldsOf(error).code === "number";
}

/** The fields of an object; none of anything else. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
