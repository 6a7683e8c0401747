import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type OrderSnapshot, OrderSnapshotSchema, type OrderSnapshotWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the states that an order of today went through, oldest first: the last one is the present. Never kept by the cache layer unless
 * its `ttlFor` says so.
 *
 * @example
 * const now = (await getOrderHistory(kite, order_id)).at(-1);
 *
 * @see https://kite.trade/docs/connect/v3/orders/#retrieving-an-orders-history
 * @function
 */
export const getOrderHistory: Endpoint<string, OrderSnapshot[], OrderSnapshotWire[]> = defineEndpoint({
  id: "getOrderHistory",
  method: "GET",
  path: "/orders/{order_id}",
  cacheFor: 0,
  response: array(OrderSnapshotSchema),
  encode: (order_id) => ({ path: { order_id: requireText("order_id", order_id) } }),
});
