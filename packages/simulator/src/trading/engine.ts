import type { Account } from "../portfolio/account.ts";
import { book } from "../portfolio/booking.ts";
import { growSecondLeg } from "./cover.ts";
import type { Desk } from "./desk.ts";
import { createOrder } from "./draft.ts";
import { Glance } from "./glance.ts";
import * as lifecycle from "./lifecycle.ts";
import { isTriggered, match, type Offer, reaches } from "./matching.ts";
import { isAtExchange, isWaitingForOpening, type Order } from "./order.ts";
import { byPriority } from "./priority.ts";
import { protect } from "./protection.ts";

/** Takes a checked order into the book of its account, and on to the exchange if it is its time. */
export function submit(desk: Desk, account: Account, order: Order): void {
  account.orders.add(order);
  lifecycle.enter(order, "PUT ORDER REQ RECEIVED");
  if (order.variety === "amo") lifecycle.enter(order, "AMO REQ RECEIVED");
  step(desk, account, order);
}

/** Brings every live order to the present: what is due reaches the exchange, what has a price is filled, what is old goes. */
export function advance(desk: Desk): void {
  const glance = new Glance(desk);
  const ready: { readonly account: Account; readonly order: Order }[] = [];
  for (const account of desk.accounts.values()) {
    for (const order of account.orders.live()) {
      if (settle(desk, order, glance) && isTouched(order, glance)) ready.push({ account, order });
    }
  }
  ready.sort((one, other) => byPriority(one.order, other.order));
  for (const { account, order } of ready) trade(desk, account, order, glance);
}

/** Brings one live order to the present. */
export function step(desk: Desk, account: Account, order: Order, glance: Glance = new Glance(desk)): void {
  if (settle(desk, order, glance)) trade(desk, account, order, glance);
}

/** Does what is due but trading. Tells whether the order is in the market now. */
function settle(desk: Desk, order: Order, glance: Glance): boolean {
  const { now } = glance;
  if (!isAtExchange(order)) {
    if (order.dueAt > now) return false;
    arrive(desk, order, now);
  }
  if (order.expiresAt === undefined || order.expiresAt > now) {
    return isOpen(desk, order, glance) && awake(desk, order, glance);
  }
  withdraw(desk, order, order.expiresAt);
  return false;
}

/** Most orders rest far from the market, and there is nothing to compare about them. */
function isTouched({ instrument, price, transaction_type, validity }: Order, glance: Glance): boolean {
  return validity === "IOC" || reaches(transaction_type, price, glance.quote(instrument).depth);
}

/** Turns a market order, whatever it was before, into one with a price: that is how the exchange gets it. */
export function price(desk: Desk, order: Order): void {
  const { instrument, market_protection, transaction_type } = order;
  const worst = protect(instrument, transaction_type, market_protection, desk.market.quote(instrument));
  order.price = worst.price;
  order.order_type = "LIMIT";
  order.market_protection = 0;
  if (!order.systemTags.includes("mktp")) order.systemTags.push("mktp", `mktp:${worst.percent.toFixed(2)}`);
}

/** Fills a new order at its price, whoever is on the other side. */
export function fillOutright(desk: Desk, account: Account, order: Order): void {
  const at = desk.clock.now();
  account.orders.add(order);
  lifecycle.enter(order, "PUT ORDER REQ RECEIVED");
  lifecycle.open(order, at, desk.ids.exchangeOrder());
  execute(desk, account, order, order, at);
  desk.updates.publish(order, "COMPLETE");
}

const isOpen = ({ marketHours }: Desk, { instrument }: Order, glance: Glance): boolean =>
  marketHours === "always" || glance.isOpen(instrument);

function arrive(desk: Desk, order: Order, now: number): void {
  const at = isWaitingForOpening(order) ? order.dueAt : now;
  if (order.order_type === "MARKET") price(desk, order);
  lifecycle.open(order, at, desk.ids.exchangeOrder());
}

/** Takes what is left of an order out of the market, and says so. */
export function withdraw(desk: Desk, order: Order, at: number): void {
  lifecycle.cancel(order, at);
  desk.updates.publish(order, "CANCELLED");
}

/** A stop order wakes up when the market reaches its trigger. Auctions are not held during the day. */
function awake(desk: Desk, order: Order, glance: Glance): boolean {
  if (order.variety === "auction") return false;
  if (order.status === "OPEN") return true;
  const { last_price } = glance.quote(order.instrument);
  if (!isTriggered(order.transaction_type, order.trigger_price, last_price)) return false;
  if (order.order_type === "SL-M") price(desk, order);
  lifecycle.trigger(order, glance.now);
  return true;
}

function trade(desk: Desk, account: Account, order: Order, glance: Glance): void {
  const { instrument, transaction_type } = order;
  const { now: at } = glance;
  const { depth } = glance.quote(instrument);
  // most orders rest far from the market, and need not know what is left there
  const fills = reaches(transaction_type, order.price, depth)
    ? match(transaction_type, order.price, order.pending_quantity, desk.liquidity.left(instrument, depth))
    : [];
  for (const { price, quantity } of fills) {
    desk.liquidity.take(instrument, depth, transaction_type, { price, quantity });
    execute(desk, account, order, { price, quantity }, at);
  }
  if (fills.length > 0) {
    desk.updates.publish(order, order.status === "COMPLETE" ? "COMPLETE" : "UPDATE");
    if (order.variety === "co" && order.parent_order_id === null) {
      // where the price has run past its trigger already, it does not wait for the next look
      step(desk, account, growSecondLeg(desk, account, order), glance);
    }
  }
  if (order.status === "COMPLETE") showNextLeg(desk, account, order);
  else if (order.validity === "IOC") withdraw(desk, order, at);
}

/** Enters a fill wherever it shows. */
function execute(desk: Desk, account: Account, order: Order, fill: Offer, at: number): void {
  const { instrument, product, transaction_type } = order;
  const { price, quantity } = fill;
  lifecycle.fill(order, quantity, price, at);
  account.trades.push({ trade_id: desk.ids.trade(), order, quantity, price, at });
  book(account, instrument, product, transaction_type, quantity, price);
}

/** The next leg of an iceberg comes up when the one before it is filled. */
function showNextLeg(desk: Desk, account: Account, order: Order): void {
  const { iceberg } = order;
  if (!iceberg || iceberg.remaining_quantity === 0) return;
  const quantity = Math.min(iceberg.leg_quantity, iceberg.remaining_quantity);
  const next = { ...iceberg, leg: iceberg.leg + 1, remaining_quantity: iceberg.remaining_quantity - quantity };
  // all legs share the life of the first
  submit(desk, account, { ...createOrder(desk, { ...order, quantity, iceberg: next }), expiresAt: order.expiresAt });
}
