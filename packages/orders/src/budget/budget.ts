import type { KiteClient, SafeClient } from "@kite/core";
import { formatIstDate } from "@kite/models";
import type { OrderBudget, OrderBudgetLeft } from "./order-budget.ts";

/** What is left of a client's orders at this moment. */
export interface OrdersLeft extends Partial<OrderBudgetLeft> {
  /** False for a client without a budget (`rateLimit: false`, or a bare one): it sends at once, and nothing is counted here. */
  readonly limited: boolean;
  /** When the day's count starts again: the next midnight in India. */
  readonly resetsAt: Date;
}

/**
 * Tells how many orders can leave at this moment, the reserve included, how many wait, and how many changes an order still takes. Sends nothing.
 *
 * A budget of `createBudget` knows neither a reserve nor changes. What other programs and Kite's own apps place is in no budget.
 *
 * @example
 * const { day = 0, reserve } = budget(kite);
 * const { modifications } = budget(kite, order_id);
 */
export function budget(kite: KiteClient, order_id?: string): OrdersLeft {
  const left = ((kite as Partial<SafeClient>).budget as OrderBudget | undefined)?.left("order", order_id);
  const tomorrow = formatIstDate(new Date(Date.now() + 86_400_000));
  return { limited: !!left, ...left, resetsAt: new Date(`${tomorrow}T00:00+05:30`) };
}
