import { type CallOptions, invalidInput, type KiteClient } from "@kite/core";
import type { OrderId } from "@kite/models";
import { cancelOrder } from "../endpoints/cancel-order.ts";

export interface ExitOrderParams {
  /** The open second leg of a cover order. */
  readonly order_id: string;
  /** The first order, from the second leg's row. */
  readonly parent_order_id: string;
}

/**
 * Closes the position of a cover order at the market, by cancelling its second leg. Resolves when Kite has accepted the wish.
 *
 * Sent once, as `cancelOrder` is.
 *
 * @see https://kite.trade/docs/connect/v3/orders/#cancelling-orders
 */
export async function exitOrder(kite: KiteClient, params: ExitOrderParams, options?: CallOptions): Promise<OrderId> {
  const { order_id, parent_order_id } = params;
  // Without its parent the leg would be taken for an order of its own.
  if (parent_order_id == null) throw invalidInput("parent_order_id", "is missing", "exitOrder");
  return cancelOrder(kite, { variety: "co", order_id, parent_order_id }, options);
}
