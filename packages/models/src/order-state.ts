import { isFinalStatus } from "./enums/final-status.ts";
import type { OrderStatus } from "./enums/order-status.ts";

/** What tells how far an order has come: a row of the book, of a history, or an update has it. */
export interface OrderProgress {
  readonly status: OrderStatus;
  readonly filled_quantity: number;
  readonly exchange_update_timestamp?: Date | null | undefined;
}

/** Tells whether an order is finished for good. False for a status that is not known: keep looking. */
export const isTerminal = (order: OrderProgress | OrderStatus): boolean =>
  isFinalStatus(typeof order === "string" ? order : order.status);

/** Tells whether an order may still change. True for a status that is not known. */
export const isOpen = (order: OrderProgress | OrderStatus): boolean => !isTerminal(order);

/** States of an order on its way to the exchange, the last one first. Times have whole seconds, so these tell what they cannot. */
const early = ["OPEN PENDING", "VALIDATION PENDING", "AMO REQ RECEIVED", "PUT ORDER REQ RECEIVED"];

/**
 * Compares two states of the same order by how far it has come: finished before open, then the larger filled quantity, then the later
 * time at the exchange. Positive when `a` is further, 0 when neither is.
 */
export const compareProgress = (a: OrderProgress, b: OrderProgress): number =>
  Number(isTerminal(a)) - Number(isTerminal(b)) ||
  a.filled_quantity - b.filled_quantity ||
  time(a) - time(b) ||
  early.indexOf(b.status) - early.indexOf(a.status);

const time = ({ exchange_update_timestamp }: OrderProgress): number => Number(exchange_update_timestamp) || 0;

/**
 * Gives what is known of an order after news of it, whatever order the news came in. Late news and news told twice change nothing, and
 * `known` itself comes back. A finished order stays finished.
 *
 * `UPDATE` is no state of an order: the status that was known stays, or becomes `OPEN` where the order had not reached the exchange.
 *
 * @example
 * const known = orders.get(update.order_id);
 * orders.set(update.order_id, known ? mergeOrder(known, update) : update);
 */
export function mergeOrder<Known extends OrderProgress>(known: Known, update: OrderProgress): Known {
  if (!(compareProgress(update, known) > 0)) return known;
  const { status } = update.status === "UPDATE" ? known : update;
  return { ...known, ...update, status: status !== update.status && early.includes(status) ? "OPEN" : status };
}
