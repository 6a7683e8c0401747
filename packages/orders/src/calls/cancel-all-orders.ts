import type { CallOptions, KiteClient, KiteError, Outcome } from "@kite/core";
import { isFinalStatus, type Order } from "@kite/models";
import { cancelOrder } from "../endpoints/cancel-order.ts";
import { getOrders } from "../endpoints/get-orders.ts";
import { asKiteError } from "./as-kite-error.ts";
import { each, requireConcurrency } from "./each.ts";
import { matching, type OrderFilter } from "./order-filter.ts";
import { requireRows } from "./require-rows.ts";

/** What became of the wish to cancel one order. */
export type CancelResult =
  | {
      /** As it stood in the book before. */
      readonly order: Order;
      /**
       * `requested`: Kite has accepted the wish; the order can still fill before the exchange acts. `skipped`: the second leg of a cover
       * order, whose cancelling would close the position at the market; `exitOrder` does that.
       */
      readonly outcome: "requested" | "skipped";
      readonly error?: undefined;
    }
  | {
      readonly order: Order;
      /** `rejected` often means that it filled or was cancelled meanwhile. */
      readonly outcome: Outcome;
      readonly error: KiteError;
    };

export interface CancelAllOrdersOptions extends CallOptions {
  /** Cancellations under way at once. Default 10, the budget of one second. */
  readonly concurrency?: number | undefined;
}

/**
 * Asks to cancel every order that is not finished, or those that match a filter: open ones, those that wait for a trigger, those kept for
 * the next session, and those in a state that is not known. Tells for each what became of it, in the order of the book; an
 * order that cannot be cancelled hides no other.
 *
 * One pass over the book as it stands: orders placed meanwhile, and GTTs, are not touched. Rejects when the book cannot be read.
 *
 * @example
 * await cancelAllOrders(kite);
 * await cancelAllOrders(kite, { exchange: "NFO", transaction_type: "SELL" });
 */
export async function cancelAllOrders(
  kite: KiteClient,
  filter: OrderFilter = {},
  options: CancelAllOrdersOptions = {},
): Promise<CancelResult[]> {
  const { concurrency = 10, ...callOptions } = options;
  const workers = requireConcurrency(concurrency, "cancelAllOrders");
  const isMeant = matching(filter, "cancelAllOrders");
  const book = requireRows("getOrders", await getOrders(kite, callOptions));
  const open = book.filter((order) => !isFinalStatus(order.status) && isMeant(order));
  return each(open, workers, async (order): Promise<CancelResult> => {
    if (order.parent_order_id) return { order, outcome: "skipped" };
    try {
      await cancelOrder(kite, { variety: order.variety, order_id: order.order_id }, callOptions);
      return { order, outcome: "requested" };
    } catch (cause) {
      const error = asKiteError("cancelOrder", cause);
      return { order, outcome: error.outcome ?? "unknown", error };
    }
  });
}
