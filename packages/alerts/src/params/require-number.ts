import { invalidInput } from "@kite/core";

/** Gives back a finite number, or throws `InvalidInput`. */
export function requireNumber(field: string, value: unknown): number {
  if (Number.isFinite(value)) return value as number;
  throw invalidInput(field, `must be a finite number, got ${JSON.stringify(value) ?? String(value)}`);
}

/** Gives back a finite number of at least 0, or throws `InvalidInput`. */
export function requireFromZero(field: string, value: unknown): number {
  if (requireNumber(field, value) >= 0) return value as number;
  throw invalidInput(field, `must be at least 0, got ${value}`);
}

/** Gives back a finite number above 0, or throws `InvalidInput`. */
export function requireAboveZero(field: string, value: unknown): number {
  if (requireNumber(field, value) > 0) return value as number;
  throw invalidInput(field, `must be above 0, got ${value}`);
}
