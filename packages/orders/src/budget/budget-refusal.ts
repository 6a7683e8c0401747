import { KiteError, type KiteErrorDetails, type Plan } from "@kite/core";
import { formatIst, nextIstTime } from "@kite/models";
import type { OrderBudgetSettings } from "./order-budget-options.ts";
import type { FullWindow } from "./order-windows.ts";

const refusal = ({ endpoint }: Plan, facts: Omit<KiteErrorDetails, "code"> & { readonly code?: string }): KiteError =>
  new KiteError({ code: "RateLimited", endpoint, outcome: "not-sent", ...facts });

/** A window is full, and the caller does not want to wait. */
export function windowFull(plan: Plan, exit: boolean, full: FullWindow, settings: OrderBudgetSettings): KiteError {
  const { window, wait } = full;
  const { limits, reserve } = settings;
  const retryAfter = Math.ceil(wait);
  const orders = (name: Exclude<typeof window, "pause">) => {
    const kept = exit ? 0 : reserve[name];
    return `the ${limits[name] - kept} orders of this ${name} are used${kept > 0 ? `, ${kept} more are kept for exits` : ""}`;
  };
  const what = window === "pause" ? "the server has asked for a pause of the orders" : orders(window);
  const at = formatIst(new Date(Date.now() + wait)).slice(11);
  return refusal(plan, {
    message: `${what}; come back in ${(retryAfter / 1_000).toFixed(1)} s, at ${at} IST`,
    retryable: true,
    retryAfter,
  });
}

/** What the day has for a call that finds no place. */
export interface FullDay {
  readonly left: number;
  /** Places that calls in line will take. */
  readonly waiting: number;
  readonly cost: number;
}

/** The day has no places for this call. */
export function dayFull(plan: Plan, { left, waiting, cost }: FullDay, settings: OrderBudgetSettings): KiteError {
  const { limits, reserve } = settings;
  const kept = Math.min(left, reserve.day);
  const facts = [
    `${amount(limits.day - left)} of the day's ${amount(limits.day)} orders are used`,
    waiting > 0 && `orders in line will use ${amount(waiting)}`,
    kept > 0 && `${amount(kept)} are kept for exits`,
    cost > 1 && `this one counts as ${cost}`,
  ].filter(Boolean);
  const retryAfter = nextIstTime(new Date(), "00:00").getTime() - Date.now();
  return refusal(plan, { message: `${facts.join(", ")}; come back at 00:00 IST`, retryAfter });
}

/** The order takes no more changes. */
export const changedTooOften = (plan: Plan, order_id: string, limit: number): KiteError =>
  refusal(plan, {
    message: `order ${order_id} has been changed ${limit} times, and takes no more: cancel it and place it anew`,
  });

/** The day's count cannot be kept, so that a new order could go over the limit after a restart. */
export const notCounted = (plan: Plan, cause: unknown): KiteError =>
  refusal(plan, {
    code: "StoreFailed",
    message: `the store of the day's count failed, and only exits leave without it (${cause instanceof Error ? cause.message : String(cause)})`,
    cause,
  });

const amount = (count: number): string => count.toLocaleString("en-IN");
