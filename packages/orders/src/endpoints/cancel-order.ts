import { defineEndpoint, type Endpoint } from "@kite/core";
import { type OrderId, OrderIdSchema } from "@kite/models";
import { type OrderReference, orderRoute, parentOf } from "../params/order-route.ts";
import { staleRoutes } from "../stale-routes.ts";

/** Which order to cancel; a row of the order book will do. */
export interface CancelOrderParams extends OrderReference {}

/**
 * Asks the exchange to cancel an open order. Resolves when Kite has accepted the wish, not when the order is gone: it can still fill
 * before the exchange acts, so watch `getOrderHistory`. Cancelling the second leg of a cover order closes the position at the market.
 *
 * Sent once. After an error whose `outcome` is `unknown`, read the order again; "not open" often means that the first try worked.
 *
 * @example
 * await cancelOrder(kite, { variety: "regular", order_id });
 *
 * @see https://kite.trade/docs/connect/v3/orders/#cancelling-orders
 * @function
 */
export const cancelOrder: Endpoint<CancelOrderParams, OrderId> = defineEndpoint({
  id: "cancelOrder",
  method: "DELETE",
  path: "/orders/{variety}/{order_id}",
  bucket: "order",
  stales: staleRoutes,
  response: OrderIdSchema,
  encode: (params) => ({ path: orderRoute(params), query: { parent_order_id: parentOf(params) }, dayCost: 0 }),
});
