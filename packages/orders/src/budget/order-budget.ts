import {
  type BudgetLeft,
  createBudget,
  type Grant,
  isKiteError,
  type Plan,
  type RateBucket,
  type RateBudget,
} from "@kite/core";
import { changedTooOften, dayFull, notCounted, windowFull } from "./budget-refusal.ts";
import { DayCount } from "./day-count.ts";
import { ModificationCount } from "./modification-count.ts";
import {
  type OrderBudgetOptions,
  type OrderBudgetSettings,
  type OrderPlaces,
  orderBudgetSettings,
} from "./order-budget-options.ts";
import { OrderWindows } from "./order-windows.ts";
import { changedOrder, dayCostOf, isExit } from "./plan-facts.ts";

/** What is left of the orders at this moment. */
export interface OrderBudgetLeft extends BudgetLeft {
  /** How many of the places left only exits get. */
  readonly reserve?: OrderPlaces;
  /** Changes that the order in question still takes. */
  readonly modifications?: number;
}

/** A rate budget that counts orders as the exchange does. */
export interface OrderBudget extends RateBudget {
  /** Tells what is left, the reserve included; of an order its changes too. */
  left(bucket: RateBucket, order_id?: string): OrderBudgetLeft;
}

/**
 * Makes the budget of an account that trades: besides the second and the minute it keeps the day's 5,000 orders, over a restart too where it has a
 * `store`, and the 25 changes of each order, and it keeps places back for exits. Give it to every client of the account.
 *
 * An order counts for the day when it leaves, whatever the answer: an iceberg once for each leg, one with `autoslice` ten times, because it can
 * become ten orders. Changes and cancellations cost the second and the minute only. What has no place throws `RateLimited` with `outcome`
 * `not-sent`. When the store fails, only exits leave: others throw `StoreFailed`.
 *
 * One process only. Throws `InvalidInput` for options that cannot be right.
 *
 * @example
 * const budget = createOrderBudget({ store: fileDayStore("orders.json"), reserve: { second: 2, day: 100 } });
 * const kite = createKite({ apiKey, accessToken, rateLimit: { budget } }).use(orders());
 *
 * @see https://kite.trade/docs/connect/v3/exceptions/#api-rate-limit
 */
export function createOrderBudget(options: OrderBudgetOptions = {}): OrderBudget {
  const settings = orderBudgetSettings(options);
  const { second, minute } = settings.limits;
  const all = settings.budget ?? createBudget({ limits: { order: { second, minute } } });
  const orders = new OrderPart(all, settings);
  return {
    take: (plan) => (plan.bucket === "order" ? orders.take(plan) : all.take(plan)),
    left: (bucket, order_id) => (bucket === "order" ? orders.left(order_id) : all.left(bucket)),
    pause: (bucket, milliseconds) =>
      bucket === "order" ? orders.pause(milliseconds) : all.pause(bucket, milliseconds),
  };
}

class OrderPart {
  readonly #settings: OrderBudgetSettings;
  readonly #windows: OrderWindows;
  readonly #day: DayCount;
  readonly #changes: ModificationCount;
  /** Calls between their asking and their leaving, and what they will cost of the day. */
  #waiting = 0;
  #waitingCost = 0;

  constructor(all: RateBudget, settings: OrderBudgetSettings) {
    this.#settings = settings;
    this.#windows = new OrderWindows(all, settings.limits, settings.reserve);
    this.#day = new DayCount(settings.limits.day, settings.store);
    this.#changes = new ModificationCount(settings.modifications);
  }

  async take(plan: Plan): Promise<Grant | undefined> {
    plan.signal?.throwIfAborted();
    const exit = isExit(plan);
    const cost = dayCostOf(plan);
    const order_id = changedOrder(plan);
    // Nobody wants to wait for a place that those before it will have taken; who waits takes none of the reserve.
    this.#requireDay(plan, exit, cost, exit ? 0 : this.#waitingCost);
    if (order_id && this.#changes.left(order_id) === 0) {
      throw changedTooOften(plan, order_id, this.#settings.modifications);
    }
    const full = this.#settings.fails ? this.#windows.full(exit) : undefined;
    if (full) throw windowFull(plan, exit, full, this.#settings);
    if (order_id) this.#changes.take(order_id);
    this.#waiting += 1;
    this.#waitingCost += cost;
    try {
      return await this.#grant(plan, exit, cost);
    } catch (error) {
      if (order_id) this.#changes.giveBack(order_id);
      throw error;
    } finally {
      this.#waiting -= 1;
      this.#waitingCost -= cost;
    }
  }

  left(order_id: string | undefined): OrderBudgetLeft {
    const left = { ...this.#windows.left(), day: this.#day.left(), waiting: this.#waiting };
    const { second, minute, day } = this.#settings.reserve;
    return {
      ...left,
      reserve: {
        second: Math.min(left.second, second),
        minute: Math.min(left.minute ?? minute, minute),
        day: Math.min(left.day, day),
      },
      ...(order_id !== undefined && { modifications: this.#changes.left(order_id) }),
    };
  }

  pause(milliseconds: number): void {
    this.#windows.pause(milliseconds);
  }

  /** Waits for the windows first, and counts the day last: on the day on which the order leaves. */
  async #grant(plan: Plan, exit: boolean, cost: number): Promise<Grant | undefined> {
    const grant = await this.#windows.take(plan, exit);
    if (!grant || cost === 0) return grant;
    try {
      await this.#count(plan, exit, cost);
      plan.signal?.throwIfAborted();
      return grant;
    } catch (error) {
      grant.answered();
      throw error;
    }
  }

  async #count(plan: Plan, exit: boolean, cost: number): Promise<void> {
    try {
      await this.#day.known();
      this.#requireDay(plan, exit, cost, 0);
      await this.#day.take(cost);
    } catch (error) {
      if (isKiteError(error)) throw error;
      if (!exit) throw notCounted(plan, error);
      // To be stuck in a position is worse than a count that a restart would forget.
      this.#day.takeUnsaved(cost);
    }
  }

  #requireDay(plan: Plan, exit: boolean, cost: number, waiting: number): void {
    if (cost === 0) return;
    const left = this.#day.left();
    const kept = exit ? 0 : this.#settings.reserve.day;
    if (left - waiting - kept < cost) throw dayFull(plan, { left, waiting, cost }, this.#settings);
  }
}
