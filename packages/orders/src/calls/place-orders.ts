import { type CallOptions, invalidInput, type KiteClient } from "@kite/core";
import { placeOrder } from "../endpoints/place-order.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { each, requireConcurrency } from "./each.ts";
import { failureOf, type OrderResult, resultOf, unsent } from "./order-result.ts";
import { queueStop, type Stoppable } from "./queue-stop.ts";

export interface PlaceOrdersOptions extends CallOptions {
  /** Hears of each result as soon as it is there. What it throws is ignored. */
  readonly onResult?: ((result: OrderResult) => void) | undefined;
  /** Stops the list: what has not been sent is not sent any more, what is on the wire keeps its answer. */
  readonly signal?: AbortSignal | undefined;
  /** Orders under way at once. Default 1: each waits for the answer to the one before it, as a sale should for its hedge. */
  readonly concurrency?: number | undefined;
}

/**
 * Places many orders, within the account's rate budget, and tells for each what became of it, in the order of the list. Never rejects
 * because of an order: a refused one stands in the results, and the others go on.
 *
 * `timeout` and `deadline` are those of each order. Throws `InvalidInput` for anything but a list.
 *
 * @example
 * const results = await placeOrders(kite, orders, { onResult: ({ index, outcome }) => console.log(index, outcome) });
 * const doubtful = results.filter(({ outcome }) => outcome === "unknown");
 */
export async function placeOrders(
  kite: KiteClient,
  orders: readonly PlaceOrderParams[],
  options: PlaceOrdersOptions = {},
): Promise<OrderResult[]> {
  const { onResult, signal, concurrency = 1, ...callOptions } = options;
  if (!Array.isArray(orders)) throw invalidInput("orders", "must be a list", "placeOrders");
  const workers = requireConcurrency(concurrency, "placeOrders");
  const stop = queueStop(signal);

  const place = async (params: PlaceOrderParams, index: number): Promise<OrderResult> => {
    if (signal?.aborted) return unsent(index, params, signal.reason);
    try {
      const placing = (stoppable: Stoppable) =>
        placeOrder(kite, params, {
          ...callOptions,
          signal: stoppable.signal,
          onSend() {
            stoppable.onSend();
            callOptions.onSend?.();
          },
        });
      return resultOf(index, params, await stop.run(placing));
    } catch (error) {
      return failureOf(index, params, error);
    }
  };
  try {
    return await each(orders, workers, async (params, index) => {
      const result = await place(params, index);
      tell(onResult, result);
      return result;
    });
  } finally {
    stop.release();
  }
}

/** A listener's mistake, an async one's too, must not cost the caller the results of live orders. */
function tell(listener: PlaceOrdersOptions["onResult"], result: OrderResult): void {
  new Promise<void>((resolve) => resolve(listener?.(result))).catch(() => {});
}
