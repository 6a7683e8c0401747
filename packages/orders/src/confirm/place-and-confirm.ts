import type { KiteClient } from "@kite/core";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { load } from "../wait/load.ts";
import type { PlaceAndConfirmOptions } from "./confirm-options.ts";
import type { ConfirmResult } from "./confirm-result.ts";
import { placingTools } from "./placing-tools.ts";

/**
 * Places an order, once, and finds out what became of it: `placed`, `rejected` or `unknown`.
 *
 * The order gets a unique tag; one of yours of up to 12 characters is kept as its beginning. After a doubtful answer the tag is looked for
 * in the book for two minutes, and in the order updates. Nothing is ever sent again: after `unknown` only you can decide that.
 *
 * An order that ends as `placed` has passed the risk system, unless that took more than those two minutes; it need not have filled. It never
 * rejects because of an order: `InvalidInput` is for params and options that cannot be right, `NotLoaded` for a page that has lost its
 * network before it had this code, both with nothing sent.
 *
 * @example
 * const result = await placeAndConfirm(kite, order, { updates: ticker, intents: log });
 * if (result.outcome === "placed") console.log(result.order_id, result.order?.status);
 * else console.log(result.outcome, result.error.message);
 */
export async function placeAndConfirm(
  kite: KiteClient,
  params: PlaceOrderParams,
  options: PlaceAndConfirmOptions = {},
): Promise<ConfirmResult> {
  const { confirmOrder } = await load("placeAndConfirm", import("./confirm-order.ts"));
  return confirmOrder({ kite, ...placingTools }, params, options);
}
