import type { Account } from "../portfolio/account.ts";
import { Refusal } from "../refusal.ts";
import { isVisible, type Order, type Trade } from "./order.ts";
import type { Variety } from "./vocabulary.ts";

/** What an account sees of its orders, oldest first. `now` is epoch ms. */
export const visibleOrders = ({ orders }: Account, now: number): Order[] =>
  orders.all.filter((order) => isVisible(order, now));

/** What an account sees of its trades, oldest first. `now` is epoch ms. */
export const visibleTrades = ({ trades }: Account, now: number): Trade[] =>
  trades.filter(({ order }) => isVisible(order, now));

/** @throws {Refusal} 404 when the account has no order of that id today, or cannot see it at `now` (epoch ms). */
export function findVisible(account: Account, order_id: string, now: number): Order {
  const order = findOrder(account, order_id);
  if (!isVisible(order, now)) throw unknownOrder();
  return order;
}

/** @throws {Refusal} 404, or 405 when the order was placed in another family than the route says. */
export function findInVariety(account: Account, order_id: string, variety: Variety): Order {
  const order = findOrder(account, order_id);
  if (order.variety !== variety) throw new Refusal(405, "GeneralException", "Request method not allowed");
  return order;
}

function findOrder({ orders }: Account, order_id: string): Order {
  const order = orders.find(order_id);
  if (!order) throw unknownOrder();
  return order;
}

const unknownOrder = (): Refusal => new Refusal(404, "GeneralException", "Couldn't find that `order_id`.");
