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

/** Tells what the answer to an order means. An order of which every slice was refused for certain was not placed. */
export function resultOf(index: number, params: PlaceOrderParams, order: PlacedOrder): OrderResult {
  const slices = slicesOf(order);
  const parts = slices?.length ? slices : [order as Part];
  if (parts.some(isNamed)) return { index, params, outcome: "placed", order };
  const errors = parts.flatMap((part) => part?.error ?? []);
  const told = errors.find((error) => !isCertain(error)) ?? errors[0];
  const isRefused = told !== undefined && isCertain(told) && errors.length === parts.length;
  const outcome = isRefused ? "rejected" : "unknown";
  const error = new KiteError({
    code: told?.error_type || "MalformedAnswer",
    endpoint: "placeOrder",
    status: told?.code,
    message: isRefused
      ? `all of the ${parts.length} slices were refused, the first one with: ${told.message}`
      : `the answer names no order, and one may be live${told?.message ? `: ${told.message}` : ""}`,
    outcome,
    answer: order,
  });
  return { index, params, outcome, order, error };
}

interface SliceError {
  readonly code: number;
  readonly error_type: string;
  readonly message: string;
}

/** An order or a slice. An answer that is not as documented has been warned of and comes as sent. */
type Part = Partial<{ readonly order_id: string | null; readonly error: SliceError }> | null;

const slicesOf = (order: PlacedOrder | null): readonly Part[] | undefined =>
  Array.isArray(order?.children) ? (order.children as readonly Part[]) : undefined;

const isNamed = (part: Part): part is { readonly order_id: string } =>
  typeof part?.order_id === "string" && part.order_id !== "";

/** A slice is refused for certain where an order that is not sliced would be: the order system may have one that it gave no answer for. */
const isCertain = ({ code, error_type, message }: SliceError): boolean =>
  !/timed? ?out/i.test(message) &&
  (/^(Token|Permission|User|TwoFA|Input|Margin|Holding)Exception$/.test(error_type) ||
    [401, 403, 404, 405, 410, 428, 429].includes(code));

/** The orders that an answer names: one, or those of its slices that were taken. */
export const namedOrders = (order: PlacedOrder): string[] =>
  (slicesOf(order) ?? [order as Part]).filter(isNamed).map(({ order_id }) => order_id);

/** True for an answer with a slice that was not placed and may be live all the same. */
export const hasDoubtfulSlice = (order: PlacedOrder): boolean =>
  slicesOf(order)?.some((slice) => !isNamed(slice) && !(slice?.error && isCertain(slice.error))) ?? false;

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
