import { isKiteError, type Layer, type Plan, type Send, type WireResponse } from "@kite/core";
import { isExit } from "../budget/plan-facts.ts";
import { checkGuardOptions, type GuardOptions } from "./guard-options.ts";
import { refusedBy } from "./guard-refusal.ts";
import { changed, type GuardedOrder, guardedCall, readOrder } from "./guarded-order.ts";
import { KillSwitch } from "./kill-switch.ts";
import { KnownOrders } from "./known-orders.ts";
import { OrderCounts } from "./order-counts.ts";
import { checkKind, checkMoney, checkQuantity } from "./order-rules.ts";
import { isIncrease, isKeener } from "./order-value.ts";

/** Rules around every order of a client, with a switch that stops new ones. */
export interface Guards extends Layer {
  /** Refuses from now on what would open or enlarge a position, those that wait for the rate budget too. Give the reason that errors shall name. */
  stop(reason: string): void;
  resume(): void;
  /** Why orders are stopped; undefined while they are not. */
  readonly stopped: string | undefined;
}

/**
 * Makes a layer that refuses orders which break a rule, before anything is sent and before they use a place of the rate budget: `KiteError` with
 * code `GuardRefused`, `outcome` `not-sent`, the rule in `hints[0]` and in the message. Give it to `createKite` after the config.
 *
 * A change is checked for quantity, value and price where it makes them worse. Cancellations always pass; calls with `purpose: "exit"` pass a stop,
 * and with `exemptExits` every rule. A stop holds back GTTs and alerts that would place orders too; the other rules do not look at those.
 *
 * Counts are of this object and by Indian day: give one object to all clients of an account, and expect it to start at 0 with the program. A call
 * counts when it is let through; one that was not sent, or that the server rejected, gives its count back.
 *
 * Throws `InvalidInput` for options that cannot be right.
 *
 * @example
 * const guard = guards({ maxOrderValue: 200_000, products: ["MIS"], duplicateWindow: 1_000 });
 * const kite = createKite({ apiKey, accessToken }, guard).use(orders());
 * guard.stop("loss of the day reached");
 */
export function guards(options: GuardOptions): Guards {
  checkGuardOptions(options);
  const rules = new GuardedSending({ ...options });
  const layer: Layer = (next) => (plan) => rules.send(plan, next);
  const facts: Omit<Guards, keyof Layer> = {
    stop: (reason) => rules.switch.stop(reason),
    resume: () => rules.switch.resume(),
    get stopped() {
      return rules.switch.reason;
    },
  };
  return Object.defineProperties(layer, Object.getOwnPropertyDescriptors(facts)) as Guards;
}

class GuardedSending {
  readonly switch: KillSwitch = new KillSwitch();
  readonly #options: GuardOptions;
  readonly #counts: OrderCounts;
  readonly #known = new KnownOrders();

  constructor(options: GuardOptions) {
    this.#options = options;
    this.#counts = new OrderCounts(options);
  }

  async send(plan: Plan, next: Send): Promise<WireResponse> {
    const call = guardedCall(plan);
    if (!call) return next(plan);
    if (call.does === "place") return this.#place(plan, call.variety, next);
    if (call.does === "change") return this.#change(plan, call.order_id, next);
    if (isExit(plan)) return next(plan);
    this.switch.check(plan);
    return this.switch.send(plan, next);
  }

  async #place(plan: Plan, variety: string, next: Send): Promise<WireResponse> {
    const options = this.#options;
    const exit = isExit(plan);
    if (!exit) this.switch.check(plan);
    const order = readOrder(variety, plan.form ?? {});
    if (!order) throw refusedBy(plan, "unreadable", undefined, "the order lacks what every order has");
    const isExempt = exit && options.exemptExits;
    if (!isExempt) {
      checkKind(plan, order, options);
      checkQuantity(plan, order, options);
      await checkMoney(plan, order, options, { value: true, distance: true });
      // From here to the counting nothing waits, so that two orders cannot take the same last place.
      if (!exit) this.switch.check(plan);
      this.#counts.check(plan, order);
    }
    const answer = await this.#counted(plan, exit, next, this.#counts.add(order));
    this.#known.remember((answer.data as { order_id?: unknown } | null)?.order_id, order);
    return answer;
  }

  async #change(plan: Plan, order_id: string, next: Send): Promise<WireResponse> {
    const options = this.#options;
    const exit = isExit(plan);
    const isExempt = exit && options.exemptExits;
    const before = isExempt ? this.#known.get(order_id) : await this.#orderToChange(plan, order_id, exit, next);
    // Unknown, and allowed to pass: a stop ends it while it waits, as it may enlarge something.
    if (!before) return exit ? next(plan) : this.switch.send(plan, next);
    const after = changed(before, plan.form);
    if (!(after.quantity > 0)) throw refusedBy(plan, "unreadable", "quantity", "it is no quantity");
    const increases = isIncrease(before, after);
    const passesStop = exit || !(increases || isKeener(before, after));
    const more = after.quantity - before.quantity;
    if (!isExempt) {
      if (more > 0) checkQuantity(plan, after, options);
      await checkMoney(plan, after, options, { value: increases, distance: after.price !== before.price });
      if (!passesStop) this.switch.check(plan);
      this.#counts.checkQuantity(plan, after.key, more);
    }
    const takeBack = this.#counts.addQuantity(after.key, more);
    // Without a clear answer nobody knows what the order looks like, and the next change has it read.
    this.#known.forget(order_id);
    const answer = await this.#counted(plan, passesStop, next, () => {
      takeBack();
      this.#known.remember(order_id, before);
    });
    this.#known.remember(order_id, after);
    return answer;
  }

  /** Finds the order that a change is about, where a rule needs it; reads it from the server when it was not placed through here. */
  async #orderToChange(plan: Plan, order_id: string, exit: boolean, next: Send): Promise<GuardedOrder | undefined> {
    const known = this.#known.get(order_id);
    const { maxOrderValue, maxQuantity, maxDayQuantity, maxPriceDistance, whenUnknown } = this.#options;
    const isStopped = this.switch.reason !== undefined && !exit;
    if (known || !(isStopped || maxOrderValue || maxQuantity || maxDayQuantity || maxPriceDistance)) return known;
    let cause: unknown;
    try {
      const order = await this.#known.read(order_id, plan, next);
      if (order) return order;
    } catch (error) {
      cause = error;
    }
    if (this.switch.reason !== undefined && !exit) this.switch.check(plan);
    if (whenUnknown === "pass") return undefined;
    throw refusedBy(
      plan,
      "unreadable",
      "order_id",
      `the order ${order_id} cannot be read, and so not its change`,
      cause,
    );
  }

  /** Sends; what had no effect is taken back. */
  async #counted(plan: Plan, passesStop: boolean, next: Send, takeBack: () => void): Promise<WireResponse> {
    try {
      return await (passesStop ? next(plan) : this.switch.send(plan, next));
    } catch (error) {
      if (isKiteError(error) && (error.outcome === "not-sent" || error.outcome === "rejected")) takeBack();
      throw error;
    }
  }
}
