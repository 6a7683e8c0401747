import { KiteError, type Outcome } from "@kite/core";
import type { PlacedOrder } from "@kite/models";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { asKiteError } from "./as-kite-error.ts";

interface ResultBasics {
  /** Place in the list, from 0. */
  readonly index: number;
  readonly params: PlaceOrderParams;
}

/** What became of one order of a list. */
export type OrderResult =
  | (ResultBasics & {
      readonly outcome: "placed";
      /** Look at its `children` where the order was to be sliced: some may have been refused. */
      readonly order: PlacedOrder;
      readonly error?: undefined;
    })
  | (ResultBasics & {
      /** `unknown`: it may be live, so look for it before placing it again. */
      readonly outcome: Outcome;
      /** The answer, where there was one that names no order: the server refused each slice by itself, or it is not as documented. */
      readonly order?: PlacedOrder;
      readonly error: KiteError;
    });

/** Tells what the answer to an order means. An order of which every slice was refused was not placed. */
export function resultOf(index: number, params: PlaceOrderParams, order: PlacedOrder): OrderResult {
  // An answer that is not as documented has been warned of and comes as sent.
  const parts: readonly Partial<Slice | null>[] = order?.children?.length ? order.children : [order];
  if (parts.some((part) => typeof part?.order_id === "string")) return { index, params, outcome: "placed", order };
  const errors = parts.flatMap((part) => part?.error ?? []);
  const [first] = errors;
  const isRefused = first !== undefined && errors.length === parts.length;
  const error = new KiteError({
    code: isRefused ? first.error_type : "MalformedAnswer",
    endpoint: "placeOrder",
    status: isRefused ? first.code : undefined,
    message: isRefused
      ? `all of the ${parts.length} slices were refused, the first one with: ${first.message}`
      : "the answer names no order, and one may be live",
    outcome: isRefused ? "rejected" : "unknown",
    answer: order,
  });
  return { index, params, outcome: isRefused ? "rejected" : "unknown", order, error };
}

interface Slice {
  readonly order_id: string | null;
  readonly error: { readonly code: number; readonly error_type: string; readonly message: string };
}

/** Tells what a failure means for the order. */
export function failureOf(index: number, params: PlaceOrderParams, cause: unknown): OrderResult {
  const error = asKiteError("placeOrder", cause);
  return { index, params, outcome: error.outcome ?? "unknown", error };
}

/** The result of an order whose turn did not come. */
export function unsent(index: number, params: PlaceOrderParams, reason: unknown): OrderResult {
  const error = new KiteError({
    code: "Aborted",
    endpoint: "placeOrder",
    message: "stopped by the caller before its turn; nothing was sent",
    outcome: "not-sent",
    cause: reason,
  });
  return { index, params, outcome: "not-sent", error };
}
