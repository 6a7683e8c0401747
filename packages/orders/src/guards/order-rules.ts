import type { Plan } from "@kite/core";
import { checkHours } from "../check/check-hours.ts";
import { isWeekday, tradingHours } from "../check/trading-hours.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import type { GuardOptions } from "./guard-options.ts";
import { refusedBy, shown } from "./guard-refusal.ts";
import type { GuardedOrder } from "./guarded-order.ts";
import { isCapped, isFar, multiplierOf, orderValue } from "./order-value.ts";

/** Checks what an order is about, and the hours. Throws `GuardRefused`. */
export function checkKind(plan: Plan, order: GuardedOrder, options: GuardOptions): void {
  const lists = [
    ["symbols", "tradingsymbol", order.key],
    ["exchanges", "exchange", order.exchange],
    ["products", "product", order.product],
    ["varieties", "variety", order.variety],
  ] as const;
  for (const [rule, field, value] of lists) {
    if (options[rule]?.includes(value) === false) throw refusedBy(plan, rule, field, `${value} is not among them`);
  }
  if (options.hours) checkOpen(plan, order, options);
}

function checkOpen(plan: Plan, order: GuardedOrder, { hours, whenUnknown }: GuardOptions): void {
  const own = typeof hours === "object" ? hours : {};
  const open = own.hours?.[order.exchange] ?? tradingHours[order.exchange];
  if (!open) {
    if (whenUnknown === "pass") return;
    throw refusedBy(plan, "hours", "exchange", `the hours of ${order.exchange} are not known`);
  }
  // The hours look at nothing but variety, exchange and product.
  const asked = order as unknown as PlaceOrderParams;
  const [closed] = checkHours(asked, new Date(), open, own.isTradingDay ?? isWeekday).filter(
    ({ severity }) => severity === "error",
  );
  if (closed) throw refusedBy(plan, "hours", closed.field, closed.message);
}

/** Checks the quantity of one order. Throws `GuardRefused`. */
export function checkQuantity(plan: Plan, { quantity }: GuardedOrder, { maxQuantity }: GuardOptions): void {
  if (maxQuantity === undefined || quantity <= maxQuantity) return;
  throw refusedBy(plan, "maxQuantity", "quantity", `${shown(quantity)} is above ${shown(maxQuantity)}`);
}

/** The rules about money that apply to a call. A change is checked for what it makes worse. */
export interface MoneyRules {
  readonly value: boolean;
  readonly distance: boolean;
}

/** Checks value and price. Throws `GuardRefused`. */
export async function checkMoney(
  plan: Plan,
  order: GuardedOrder,
  options: GuardOptions,
  rules: MoneyRules,
): Promise<void> {
  const { maxOrderValue, maxPriceDistance } = options;
  const limit = rules.value ? maxOrderValue : undefined;
  const percent = rules.distance && order.price !== undefined ? maxPriceDistance : undefined;
  if (limit === undefined && percent === undefined) return;
  const needsLast = percent !== undefined || !isCapped(order);
  const last = needsLast ? await lastPriceOf(order.key, options) : {};
  if (limit !== undefined) checkValue(plan, order, options, limit, last);
  if (percent !== undefined && order.price !== undefined)
    checkDistance(plan, order, options, order.price, percent, last);
}

interface LastPrice {
  readonly rupees?: number;
  /** What the source has thrown. */
  readonly cause?: unknown;
}

async function lastPriceOf(key: string, { lastPrice }: GuardOptions): Promise<LastPrice> {
  try {
    const rupees = await lastPrice?.(key);
    return rupees !== undefined && Number.isFinite(rupees) && rupees > 0 ? { rupees } : {};
  } catch (cause) {
    return { cause };
  }
}

function checkValue(plan: Plan, order: GuardedOrder, options: GuardOptions, limit: number, last: LastPrice): void {
  const { multipliers = {}, whenUnknown } = options;
  const value = orderValue(order, last.rupees, multipliers);
  if (value !== undefined) {
    if (value <= limit) return;
    throw refusedBy(plan, "maxOrderValue", "quantity", `₹${shown(value)} is above ₹${shown(limit)}`);
  }
  if (whenUnknown === "pass") return;
  const missing = multiplierOf(order, multipliers) === undefined ? "multipliers" : "lastPrice";
  throw refusedBy(plan, "maxOrderValue", "quantity", notKnown(order.key, missing), last.cause);
}

function checkDistance(
  plan: Plan,
  { key }: GuardedOrder,
  { whenUnknown }: GuardOptions,
  price: number,
  percent: number,
  { rupees, cause }: LastPrice,
): void {
  if (rupees === undefined) {
    if (whenUnknown === "pass") return;
    throw refusedBy(plan, "maxPriceDistance", "price", notKnown(key, "lastPrice"), cause);
  }
  if (!isFar(price, rupees, percent)) return;
  const problem = `₹${shown(price)} is more than ${shown(percent)} % away from the last price ₹${shown(rupees)}`;
  throw refusedBy(plan, "maxPriceDistance", "price", problem);
}

function notKnown(key: string, option: "lastPrice" | "multipliers"): string {
  const what = option === "lastPrice" ? "last price" : "multiplier";
  return `no ${what} of ${key} is known; give guards a ${option} that has it, or whenUnknown: "pass"`;
}
