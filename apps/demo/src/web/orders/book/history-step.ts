import type { OrderSnapshot } from "@kite/orders";

/** A moment of an order's history in the page's words. */
export interface HistoryStep {
  readonly at: Date;
  readonly status: string;
  readonly status_message: string | null;
  readonly quantity: number;
  readonly filled_quantity: number;
  readonly price: number;
  readonly trigger_price: number;
}

/** Puts a moment of an order's history into the page's words. */
export function historyStep(snapshot: OrderSnapshot): HistoryStep {
  const { status, status_message, quantity, filled_quantity, price, trigger_price } = snapshot;
  const at = snapshot.exchange_update_timestamp ?? snapshot.exchange_timestamp ?? snapshot.order_timestamp;
  return { at, status, status_message, quantity, filled_quantity, price, trigger_price };
}
