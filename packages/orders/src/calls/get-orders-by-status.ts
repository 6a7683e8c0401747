import { type CallOptions, invalidInput, type KiteClient } from "@kite/core";
import type { Order, OrderStatus } from "@kite/models";
import { getOrders } from "../endpoints/get-orders.ts";
import { requireRows } from "./require-rows.ts";

/**
 * Fetches the order book and gives the orders in one state, or in any of several, in the server's order.
 *
 * @example
 * const waiting = await getOrdersByStatus(kite, ["OPEN", "TRIGGER PENDING", "AMO REQ RECEIVED"]);
 */
export async function getOrdersByStatus(
  kite: KiteClient,
  status: OrderStatus | readonly OrderStatus[],
  options?: CallOptions,
): Promise<Order[]> {
  const wanted: readonly string[] = typeof status === "string" ? [status] : status;
  if (!Array.isArray(wanted)) throw invalidInput("status", "must be a status or a list of them", "getOrdersByStatus");
  const orders = requireRows("getOrders", await getOrders(kite, options));
  return orders.filter((order) => wanted.includes(order.status));
}
