import type { Account } from "../portfolio/account.ts";
import type { Desk } from "./desk.ts";
import { createOrder } from "./draft.ts";
import * as lifecycle from "./lifecycle.ts";
import type { Order } from "./order.ts";

/** Keeps as much in the stop of a cover order as its first leg has got. Gives the stop. */
export function growSecondLeg(desk: Desk, account: Account, first: Order): Order {
  const { apiKey, instrument, product, tag, transaction_type, trigger_price, user_id, variety, visibleAt } = first;
  const second = account.orders.live().find((order) => order.parent_order_id === first.order_id);
  const covered = account.orders.all
    .filter((order) => order.parent_order_id === first.order_id && order !== second)
    .reduce((sum, order) => sum + order.filled_quantity, 0);
  const quantity = first.filled_quantity - covered;
  if (second) {
    lifecycle.change(second, { quantity }, desk.clock.now());
    return second;
  }
  const order = createOrder(desk, {
    user_id,
    apiKey,
    instrument,
    variety,
    product,
    tag,
    quantity,
    trigger_price,
    transaction_type: transaction_type === "BUY" ? "SELL" : "BUY",
    order_type: "SL-M",
    price: 0,
    disclosed_quantity: 0,
    validity: "DAY",
    validity_ttl: 0,
    market_protection: -1,
    auction_number: undefined,
    iceberg: undefined,
    parent_order_id: first.order_id,
    systemTags: [],
    visibleAt,
  });
  account.orders.add(order);
  lifecycle.enter(order, "PUT ORDER REQ RECEIVED");
  lifecycle.open(order, desk.clock.now(), desk.ids.exchangeOrder());
  return order;
}
