import { invalidInput } from "@kite/core";

/** Gives back a finite number above 0, or throws `InvalidInput`. */
export function requirePrice(field: string, value: unknown): number {
  if (typeof value === "number" && value > 0 && value < Number.POSITIVE_INFINITY) return value;
  throw invalidInput(field, `must be a number above 0, got ${JSON.stringify(value) ?? String(value)}`);
}
