import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type Trade, TradeSchema, type TradeWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the fills of one order of today. Never kept by the cache layer unless its `ttlFor` says so.
 *
 * @see https://kite.trade/docs/connect/v3/orders/#retrieving-an-orders-trades
 * @function
 */
export const getOrderTrades: Endpoint<string, Trade[], TradeWire[]> = defineEndpoint({
  id: "getOrderTrades",
  method: "GET",
  path: "/orders/{order_id}/trades",
  cacheFor: 0,
  response: array(TradeSchema),
  encode: (order_id) => ({ path: { order_id: requireText("order_id", order_id) } }),
});
