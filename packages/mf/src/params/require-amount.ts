import { invalidInput } from "@kite/core";

/** Gives back a finite number above 0 without the noise of binary arithmetic, 0.3 for 0.1 + 0.2, or throws `InvalidInput`. */
export function requireAmount(field: string, value: unknown): number {
  if (Number.isFinite(value) && (value as number) > 0) return Number((value as number).toPrecision(15));
  throw invalidInput(field, `must be a number above 0, got ${JSON.stringify(value) ?? String(value)}`);
}
