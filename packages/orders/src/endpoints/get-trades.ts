import { defineEndpoint, type Endpoint } from "@kite/core";
import { type Trade, TradeSchema, type TradeWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the trades of the current trading day: an order has one for each fill. Never kept by the cache layer unless its `ttlFor` says so.
 *
 * @see https://kite.trade/docs/connect/v3/orders/#retrieving-all-trades
 * @function
 */
export const getTrades: Endpoint<void, Trade[], TradeWire[]> = defineEndpoint({
  id: "getTrades",
  method: "GET",
  path: "/trades",
  cacheFor: 0,
  response: array(TradeSchema),
});
