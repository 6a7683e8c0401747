import type { KiteClient, KiteError } from "@kite/core";
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
 * rejects because of an order: `InvalidInput` is for params and options that cannot be right, with nothing sent.
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
  let part: typeof import("./confirm-order.ts");
  try {
    part = await load("placeAndConfirm", import("./confirm-order.ts"));
  } catch (error) {
    return notLoaded(error as KiteError);
  }
  return part.confirmOrder({ kite, ...placingTools }, params, options);
}

const notLoaded = (error: KiteError): ConfirmResult => ({
  ...{ outcome: "rejected", tag: "", reason: error.message, error, order: undefined },
  facts: { sentAt: undefined, doubt: undefined, looks: 0, failedLooks: 0, lastLookAt: undefined, updates: 0 },
});
