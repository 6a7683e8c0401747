import { invalidInput } from "@kite/core";

/** Gives back a finite number above 0 without the noise of binary arithmetic, 0.3 for 0.1 + 0.2, or throws `InvalidInput`. */
export function requirePrice(field: string, value: unknown): number {
  if (typeof value === "number" && value > 0 && value < Number.POSITIVE_INFINITY) return Number(value.toPrecision(15));
  throw invalidInput(field, `must be a number above 0, got ${JSON.stringify(value) ?? String(value)}`);
}
