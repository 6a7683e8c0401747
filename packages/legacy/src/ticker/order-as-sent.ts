import { formatIst } from "@kite/models";
import type { OrderEvent } from "@kite/ticker";

/** Gives a row of the order book the form of an update: times are texts, IST wall time, as Kite sends them. */
export function orderAsSent(order: OrderEvent["order"]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(order).map(([field, value]) => [field, value instanceof Date ? formatIst(value) : value]),
  );
}
