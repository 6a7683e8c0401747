import type { Account } from "../portfolio/account.ts";
import { Refusal } from "../refusal.ts";
import type { Order } from "./order.ts";
import type { Variety } from "./vocabulary.ts";

/** @throws {Refusal} 404 when the account has no order of that id today. */
export function findOrder({ orders }: Account, order_id: string): Order {
  const order = orders.find((one) => one.order_id === order_id);
  if (!order) throw new Refusal(404, "GeneralException", "Couldn't find that `order_id`.");
  return order;
}

/** @throws {Refusal} 404, or 405 when the order was placed in another family than the route says. */
export function findInVariety(account: Account, order_id: string, variety: Variety): Order {
  const order = findOrder(account, order_id);
  if (order.variety !== variety) throw new Refusal(405, "GeneralException", "Request method not allowed");
  return order;
}
