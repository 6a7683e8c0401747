import type { Order } from "./order.ts";

/**
 * Compares orders that the exchange can fill now. Of one side of one market the better price goes first, and at the same
 * price what came to the exchange first; what compares equal stays as it is.
 */
export function byPriority(one: Order, other: Order): number {
  return (
    one.instrument.instrument_token - other.instrument.instrument_token ||
    one.transaction_type.localeCompare(other.transaction_type) ||
    (one.transaction_type === "BUY" ? other.price - one.price : one.price - other.price) ||
    (one.exchange_timestamp ?? 0) - (other.exchange_timestamp ?? 0)
  );
}
