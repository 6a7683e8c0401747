import { invalidInput } from "@kite/core";

/** Gives back a finite number above 0, or throws `InvalidInput`. */
export function requireAmount(field: string, value: unknown): number {
  if (Number.isFinite(value) && (value as number) > 0) return value as number;
  throw invalidInput(field, `must be a number above 0, got ${JSON.stringify(value) ?? String(value)}`);
}
