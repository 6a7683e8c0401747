import { price as exact } from "@kite/models";
import { inLots } from "../pnl/summarize-trades.ts";
import { atMarket, type GuardedOrder } from "./guarded-order.ts";

/** True for an order that cannot cost more than its own price says: a limit to buy. */
export const isCapped = ({ transaction_type, price }: GuardedOrder): boolean =>
  transaction_type === "BUY" && price !== undefined;

/**
 * Gives what an order is worth in rupees, undefined when that is not known. A sale below the market, and an order at the market, are worth what the
 * last price says.
 */
export function orderValue(
  order: GuardedOrder,
  lastPrice: number | undefined,
  multipliers: Readonly<Record<string, number>>,
): number | undefined {
  const multiplier = multiplierOf(order, multipliers);
  const own = order.price ?? (order.order_type === "SL-M" ? order.trigger_price : undefined);
  if (multiplier === undefined || (own === undefined && lastPrice === undefined)) return undefined;
  const rupees = isCapped(order) ? (own ?? 0) : Math.max(own ?? 0, lastPrice ?? 0);
  return exact.multiply(exact.multiply(rupees, order.quantity), multiplier);
}

/** Rupees per price unit of one of the quantity; undefined where it has to be told and was not. */
export const multiplierOf = (
  { key, exchange }: GuardedOrder,
  multipliers: Readonly<Record<string, number>>,
): number | undefined => multipliers[key] ?? (inLots.includes(exchange) ? undefined : 1);

/** True for a price that is more than `percent` of the last price away from it. */
export function isFar(price: number, lastPrice: number, percent: number): boolean {
  const distance = Math.abs(exact.subtract(price, lastPrice));
  return exact.multiply(distance, 100) > exact.multiply(lastPrice, percent);
}

/** True for a change that can open or enlarge a position: a larger quantity, a larger value at its own price, or any price at all. */
export function isIncrease(before: GuardedOrder, after: GuardedOrder): boolean {
  if (after.quantity > before.quantity) return true;
  if (atMarket(after.order_type) && !atMarket(before.order_type)) return true;
  const own = ({ price, trigger_price = 0, quantity }: GuardedOrder) =>
    exact.multiply(price ?? trigger_price, quantity);
  return own(after) > own(before);
}

/** True for a change with which an order can fill where it would have waited: a dearer purchase, a cheaper sale, another trigger or type. */
export function isKeener(before: GuardedOrder, after: GuardedOrder): boolean {
  const rise = Number(after.price) - Number(before.price);
  return (
    (after.transaction_type === "BUY" ? rise > 0 : rise < 0) ||
    after.trigger_price !== before.trigger_price ||
    after.order_type !== before.order_type
  );
}
