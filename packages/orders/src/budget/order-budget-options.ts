import { defaultRateLimits, invalidInput, type RateBudget } from "@kite/core";
import type { DayStore } from "./day-store.ts";

/** Places for orders in any second, in any minute, and from midnight to midnight IST. */
export interface OrderPlaces {
  readonly second: number;
  readonly minute: number;
  readonly day: number;
}

export interface OrderBudgetOptions {
  /** Keeps the day's count over a restart: `fileDayStore(path)` of `@kite/orders/node`, or your own. Default: it starts at 0 with the program. */
  readonly store?: DayStore | undefined;
  /**
   * What happens to a call when the second or the minute is full. Default `wait`: it stands in line, up to its `deadline`. `fail`: it throws
   * `RateLimited` at once, with `retryAfter` in milliseconds. A full day always throws.
   */
  readonly atLimit?: "wait" | "fail" | undefined;
  /** Places that only exits get: cancellations, and calls with `purpose: "exit"`. Default none. */
  readonly reserve?: Partial<OrderPlaces> | undefined;
  /** Limits to change. Default 10 a second, 400 a minute, 5000 a day: lower ones where others place orders for the account too. */
  readonly limits?: Partial<OrderPlaces> | undefined;
  /** Changes of one order. Default 25. */
  readonly modifications?: number | undefined;
  /** Keeps the other categories, and the second and the minute of orders too. Default `createBudget()`; a given one has its own limits. */
  readonly budget?: RateBudget | undefined;
}

/** Options with everything filled in. */
export interface OrderBudgetSettings {
  readonly store: DayStore | undefined;
  readonly budget: RateBudget | undefined;
  readonly fails: boolean;
  readonly limits: OrderPlaces;
  readonly reserve: OrderPlaces;
  readonly modifications: number;
}

/** Fills in the defaults. Throws `InvalidInput` for what cannot be right. */
export function orderBudgetSettings(options: OrderBudgetOptions): OrderBudgetSettings {
  const { store, budget, atLimit = "wait", modifications = 25 } = options;
  if (atLimit !== "wait" && atLimit !== "fail") throw refuse("atLimit", 'must be "wait" or "fail"', atLimit);
  const published = defaultRateLimits.order;
  const limits = {
    ...{ second: published.second, minute: published.minute ?? 400, day: published.day ?? 5_000 },
    ...options.limits,
  };
  const reserve = { second: 0, minute: 0, day: 0, ...options.reserve };
  requireCount("modifications", modifications, 1);
  for (const window of ["second", "minute", "day"] as const) {
    requireCount(`limits.${window}`, limits[window], 1);
    requireCount(`reserve.${window}`, reserve[window], 0);
    if (reserve[window] >= limits[window]) {
      throw refuse(`reserve.${window}`, `must be below the limit ${limits[window]}`, reserve[window]);
    }
  }
  return { store, budget, fails: atLimit === "fail", limits, reserve, modifications };
}

function requireCount(field: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw refuse(field, `must be a whole number of at least ${least}`, value);
}

const refuse = (field: string, problem: string, value: unknown) =>
  invalidInput(field, `${problem}, got ${JSON.stringify(value)}`, "createOrderBudget");
