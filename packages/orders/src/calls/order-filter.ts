import { invalidInput, requireText } from "@kite/core";
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
  const wanted = Object.entries(filter).map(([field, value]) => {
    if (!fields.includes(field)) throw invalidInput(field, `is no filter; there are ${fields.join(", ")}`, endpoint);
    return [field as keyof OrderFilter, requireText(field, value)] as const;
  });
  return (order) => wanted.every(([field, value]) => order[field] === value);
}
