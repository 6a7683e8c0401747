import { invalidInput, type KiteClient } from "@kite/core";
import type { placeOrder as placing } from "../endpoints/place-order.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { each, requireConcurrency } from "./each.ts";
import { failureOf, type OrderResult, resultOf, unsent } from "./order-result.ts";
import type { PlaceOrdersOptions } from "./place-orders.ts";
import { queueStop, type Stoppable } from "./queue-stop.ts";

/** The work of `placeOrders`, which loads it. */
export async function placeAll(
  placeOrder: typeof placing,
  kite: KiteClient,
  orders: readonly PlaceOrderParams[],
  options: PlaceOrdersOptions,
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
