import type { Plan } from "@kite/core";
import { DayTally } from "./day-tally.ts";
import { Duplicates } from "./duplicates.ts";
import type { GuardOptions } from "./guard-options.ts";
import { refusedBy, shown } from "./guard-refusal.ts";
import type { GuardedOrder } from "./guarded-order.ts";

/** The rules that remember what was let through. */
export class OrderCounts {
  readonly #options: GuardOptions;
  readonly #day = new DayTally();
  readonly #duplicates: Duplicates;

  constructor(options: GuardOptions) {
    this.#options = options;
    this.#duplicates = new Duplicates(options.duplicateWindow ?? 0);
  }

  /** Throws `GuardRefused` for a new order. */
  check(plan: Plan, order: GuardedOrder): void {
    const { duplicateWindow, maxDayOrders } = this.#options;
    const since = this.#duplicates.since(order);
    if (since !== undefined) {
      const problem = `the same order went ${Math.round(since)} ms ago, within ${duplicateWindow} ms`;
      throw refusedBy(plan, "duplicateWindow", undefined, problem);
    }
    const { orders } = this.#day.of(order.key);
    if (maxDayOrders !== undefined && orders >= maxDayOrders) {
      const problem = `${shown(orders)} orders in ${order.key} today are all that is allowed`;
      throw refusedBy(plan, "maxDayOrders", "tradingsymbol", problem);
    }
    this.checkQuantity(plan, order.key, order.quantity);
  }

  /** Throws `GuardRefused` for more quantity than a symbol may have today. */
  checkQuantity(plan: Plan, key: string, more: number): void {
    const { maxDayQuantity } = this.#options;
    const { quantity } = this.#day.of(key);
    if (maxDayQuantity === undefined || more <= 0 || quantity + more <= maxDayQuantity) return;
    const problem = `${shown(more)} more make ${shown(quantity + more)} in ${key} today, above ${shown(maxDayQuantity)}`;
    throw refusedBy(plan, "maxDayQuantity", "quantity", problem);
  }

  /** Counts a new order, and gives a function that takes it back. */
  add(order: GuardedOrder): () => void {
    const takeBack = this.#day.add(order.key, 1, order.quantity);
    const forget = this.#options.duplicateWindow === undefined ? undefined : this.#duplicates.add(order);
    return () => {
      takeBack();
      forget?.();
    };
  }

  /** Counts what a change adds to the quantity, and gives a function that takes it back. */
  addQuantity(key: string, more: number): () => void {
    return this.#day.add(key, 0, Math.max(0, more));
  }
}
