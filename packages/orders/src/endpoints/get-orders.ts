import { defineEndpoint, type Endpoint } from "@kite/core";
import { type Order, OrderSchema, type OrderWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the orders of the current trading day, in every state. It is emptied overnight, and older orders are not to be had.
 *
 * Never kept by the cache layer unless its `ttlFor` says so: orders fill without our doing, and this is where one looks after a doubtful
 * answer.
 *
 * @see https://kite.trade/docs/connect/v3/orders/#retrieving-orders
 * @function
 */
export const getOrders: Endpoint<void, Order[], OrderWire[]> = defineEndpoint({
  id: "getOrders",
  method: "GET",
  path: "/orders",
  cacheFor: 0,
  response: array(OrderSchema),
});
