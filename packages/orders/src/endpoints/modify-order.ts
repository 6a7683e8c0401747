import { defineEndpoint, type Endpoint } from "@kite/core";
import { type OrderId, OrderIdSchema } from "@kite/models";
import { modificationForm } from "../params/modification-form.ts";
import type { ModifyOrderParams } from "../params/modify-order-params.ts";
import { orderRoute } from "../params/order-route.ts";
import { staleRoutes } from "../stale-routes.ts";

/**
 * Changes an order that is open, waits for its trigger, or is kept for the next session. Resolves when Kite has registered the wish; the
 * exchange can still refuse it, which shows in later rows of `getOrderHistory`.
 *
 * Sent once. After an error whose `outcome` is `unknown`, read the order again: its price, quantity and trigger tell whether the change was
 * made. An order takes at most 25 changes. Throws `InvalidInput`, with nothing sent, for a field that cannot be right, and where nothing
 * would change.
 *
 * @example
 * await modifyOrder(kite, { variety: "regular", order_id, price: 1_421 });
 * await modifyOrder(kite, { variety: "regular", order_id, order_type: "MARKET", market_protection: -1 });
 *
 * @see https://kite.trade/docs/connect/v3/orders/#modifying-orders
 * @function
 */
export const modifyOrder: Endpoint<ModifyOrderParams, OrderId> = defineEndpoint({
  id: "modifyOrder",
  method: "PUT",
  path: "/orders/{variety}/{order_id}",
  bucket: "order",
  stales: staleRoutes,
  response: OrderIdSchema,
  encode: (params) => ({ path: orderRoute(params), form: modificationForm(params), dayCost: 0 }),
});
