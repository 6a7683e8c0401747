import { invalidInput } from "@kite/core";
import type { Exchange, Order, Product } from "@kite/models";

/** Which orders are meant: those that match every field given. A field without a value is refused, because it would widen the choice. */
export interface OrderFilter {
  readonly exchange?: Exchange;
  readonly tradingsymbol?: string;
  readonly product?: Product;
  readonly transaction_type?: "BUY" | "SELL";
}

const fields: readonly string[] = [
  "exchange",
  "tradingsymbol",
  "product",
  "transaction_type",
] satisfies (keyof OrderFilter)[];

/** Makes the test of a filter. Throws `InvalidInput` for a field that is unknown or has no value. */
export function matching(filter: OrderFilter, endpoint: string): (order: Order) => boolean {
  const wanted = Object.entries(filter) as [keyof OrderFilter, unknown][];
  for (const [field, value] of wanted) {
    if (fields.includes(field) && typeof value === "string" && value.trim() !== "") continue;
    throw invalidInput(field, `must be one of ${fields.join(", ")}, with a text that is not empty`, endpoint);
  }
  return (order) => wanted.every(([field, value]) => order[field] === value);
}
