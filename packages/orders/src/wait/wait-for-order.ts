import type { KiteClient } from "@kite/core";
import type { Order } from "@kite/models";
import { bookTools } from "./book-tools.ts";
import { load } from "./load.ts";
import type { WaitForOrderOptions } from "./wait-options.ts";

/**
 * Waits until an order has come as far as wished, and gives it. Goes by order updates where there are some, else by reading the book,
 * which all who wait on one login share.
 *
 * Rejects with `OrderEnded` when the order is finished and the wish cannot come true any more (cancelled before it filled), with
 * `OrderNotFound` when the book has not shown the order for two minutes, with `Timeout` and `Aborted`; the order as last seen is
 * then in `error.answer()`. A read that fails ends nothing, but three refusals in a row do, as when the token is gone.
 *
 * @example
 * const { average_price } = await waitForOrder(kite, order_id, { until: "filled", deadline: 60_000 });
 */
export async function waitForOrder(
  kite: KiteClient,
  order_id: string,
  options: WaitForOrderOptions = {},
): Promise<Order> {
  const { awaitOrder } = await load("waitForOrder", import("./await-order.ts"));
  return awaitOrder({ kite, ...bookTools }, order_id, options);
}
