import type { CallOptions, KiteClient } from "@kite/core";
import { placeOrder } from "../endpoints/place-order.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { load } from "../wait/load.ts";
import type { OrderResult } from "./order-result.ts";

export interface PlaceOrdersOptions extends CallOptions {
  /** Hears of each result as soon as it is there. What it throws is ignored. */
  readonly onResult?: ((result: OrderResult) => void) | undefined;
  /** Stops the list: what has not been sent is not sent any more, what is on the wire keeps its answer. */
  readonly signal?: AbortSignal | undefined;
  /** Orders under way at once. Default 1: each waits for the answer to the one before it, as a sale should for its hedge. */
  readonly concurrency?: number | undefined;
}

/**
 * Places many orders, within the account's rate budget, and tells for each what became of it, in the order of the list. Never rejects
 * because of an order: a refused one stands in the results, and the others go on.
 *
 * `timeout` and `deadline` are those of each order. Throws `InvalidInput` for anything but a list.
 *
 * @example
 * const results = await placeOrders(kite, orders, { onResult: ({ index, outcome }) => console.log(index, outcome) });
 * const doubtful = results.filter(({ outcome }) => outcome === "unknown");
 */
export async function placeOrders(
  kite: KiteClient,
  orders: readonly PlaceOrderParams[],
  options: PlaceOrdersOptions = {},
): Promise<OrderResult[]> {
  const { placeAll } = await load("placeOrders", import("./place-all.ts"));
  return placeAll(placeOrder, kite, orders, options);
}
