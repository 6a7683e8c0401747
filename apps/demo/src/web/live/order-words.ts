import type { OrderEvent } from "@kite/ticker";
import { formatQuantity } from "../../shared/rupees.ts";

/** Says in a line what has become of an order: `INFY: bought 10 of 10, complete`. */
export function orderWords(order: OrderEvent["order"]): string {
  const { tradingsymbol, status, transaction_type, filled_quantity, quantity } = order;
  const what = `${tradingsymbol}, ${transaction_type === "SELL" ? "sell" : "buy"} ${formatQuantity(quantity)}`;
  const state = status.toLowerCase();
  if (filled_quantity > 0 && filled_quantity < quantity)
    return `${what}: ${formatQuantity(filled_quantity)} done, ${state}`;
  return `${what}: ${state}`;
}
