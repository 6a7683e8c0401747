import { isStop, isWaitingForOpening, type Order } from "./order.ts";
import { historyRow } from "./order-rows.ts";
import type { OrderStatus } from "./vocabulary.ts";

/** Fields a modification can change. */
export type Changes = Partial<
  Pick<
    Order,
    | "order_type"
    | "quantity"
    | "price"
    | "trigger_price"
    | "disclosed_quantity"
    | "validity"
    | "validity_ttl"
    | "market_protection"
    | "expiresAt"
  >
>;

/** Puts an order into a status and notes the snapshot. */
export function enter(order: Order, status: OrderStatus): void {
  order.status = status;
  order.history.push(historyRow(order));
}

/** The exchange takes the order into its book, or keeps it back until its trigger is hit. */
export function open(order: Order, at: number, exchange_order_id: string): void {
  enter(order, "VALIDATION PENDING");
  enter(order, "OPEN PENDING");
  order.exchange_order_id = exchange_order_id;
  order.exchange_timestamp = at;
  order.exchange_update_timestamp = at;
  enter(order, isStop(order) ? "TRIGGER PENDING" : "OPEN");
}

/** The trigger was hit: from here on it is a plain order in the book. */
export function trigger(order: Order, at: number): void {
  order.exchange_update_timestamp = at;
  enter(order, "OPEN");
}

/** Counts a fill; the order is complete with the last one. */
export function fill(order: Order, quantity: number, price: number, at: number): void {
  order.filled_quantity += quantity;
  order.filledValue += quantity * price;
  order.pending_quantity = order.quantity - order.filled_quantity;
  order.exchange_update_timestamp = at;
  enter(order, order.pending_quantity === 0 ? "COMPLETE" : "OPEN");
}

/** Withdraws what is left. `pending_quantity` stays as it was: on the real exchange these figures do not add up either. */
export function cancel(order: Order, at: number, message: string | null = null): void {
  // what waits for an opening is nowhere but here, and goes at once
  if (!isWaitingForOpening(order)) enter(order, "CANCEL PENDING");
  order.order_timestamp = at;
  if (order.exchange_timestamp !== null) order.exchange_update_timestamp = at;
  // what is left of an auction offer is never reported as cancelled
  if (order.variety !== "auction") order.cancelled_quantity = order.pending_quantity;
  order.status_message = message;
  enter(order, "CANCELLED");
}

/** The risk system will not have it. Such a row counts nothing as pending or cancelled. */
export function reject(order: Order, message: string): void {
  enter(order, "VALIDATION PENDING");
  order.pending_quantity = 0;
  order.status_message = message;
  order.status_message_raw = `RMS:${message}`;
  enter(order, "REJECTED");
}

/** Applies a modification of the user, of which only so many are allowed. */
export function modify(order: Order, changes: Changes, at: number): void {
  order.modifications += 1;
  change(order, changes, at);
}

/** Changes an order: three steps with the old figures, and then the new ones. */
export function change(order: Order, changes: Changes, at: number): void {
  // a stop that was triggered does not go back to sleep
  const awake = order.status === "OPEN" && isStop(order);
  order.order_timestamp = at;
  if (isWaitingForOpening(order)) {
    apply(order, changes);
    enter(order, "MODIFY AMO REQ RECEIVED");
    return;
  }
  for (const status of ["MODIFY VALIDATION PENDING", "MODIFY PENDING", "MODIFIED"] as const) enter(order, status);
  apply(order, changes);
  order.exchange_update_timestamp = at;
  enter(order, isStop(order) && !awake ? "TRIGGER PENDING" : "OPEN");
}

function apply(order: Order, changes: Changes): void {
  Object.assign(order, changes);
  order.pending_quantity = order.quantity - order.filled_quantity;
}
