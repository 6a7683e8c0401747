import type { Account } from "../portfolio/account.ts";
import { invalid, refuse } from "../refusal.ts";
import type { Desk } from "./desk.ts";
import { price, step } from "./engine.ts";
import { findInVariety } from "./find-order.ts";
import * as lifecycle from "./lifecycle.ts";
import { isResting, isVisible, type Order } from "./order.ts";
import type { Variety } from "./vocabulary.ts";

/**
 * Withdraws a resting order. The second leg of a cover order cannot go alone: cancelling it sells, or buys back, at the
 * market.
 *
 * @param parent_order_id - Names the first leg when it is the second one that goes.
 * @throws {Refusal} before anything has changed.
 */
export function cancelOrder(
  desk: Desk,
  account: Account,
  variety: Variety,
  order_id: string,
  parent_order_id: string | undefined,
): void {
  const order = findInVariety(account, order_id, variety);
  if (order.parent_order_id !== null && order.parent_order_id !== parent_order_id) throw invalid("parent_order_id");
  const at = desk.clock.now();
  if (!isResting(order) || !isVisible(order, at)) {
    throw refuse("Order cannot be cancelled as it is being processed. Try later.");
  }
  if (order.parent_order_id === null) {
    lifecycle.cancel(order, at);
    desk.updates.publish(order, "CANCELLED");
    return;
  }
  exitAtMarket(desk, account, order);
}

/** Turns a resting order into one that takes what the market gives. */
export function exitAtMarket(desk: Desk, account: Account, order: Order): void {
  lifecycle.modify(order, { order_type: "MARKET", market_protection: -1, trigger_price: 0 }, desk.clock.now());
  price(desk, order);
  step(desk, account, order);
}
