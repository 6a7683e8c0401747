import { invalidInput } from "@kite/core";

/** Gives back a finite number without the noise of binary arithmetic, 0.3 for 0.1 + 0.2, or throws `InvalidInput`. */
export function requireNumber(field: string, value: unknown): number {
  if (Number.isFinite(value)) return Number((value as number).toPrecision(15));
  throw invalidInput(field, `must be a finite number, got ${JSON.stringify(value) ?? String(value)}`);
}

/** Gives back a finite number of at least 0, or throws `InvalidInput`. */
export function requireFromZero(field: string, value: unknown): number {
  const number = requireNumber(field, value);
  if (number >= 0) return number;
  throw invalidInput(field, `must be at least 0, got ${value}`);
}

/** Gives back a finite number above 0, or throws `InvalidInput`. */
export function requireAboveZero(field: string, value: unknown): number {
  const number = requireNumber(field, value);
  if (number > 0) return number;
  throw invalidInput(field, `must be above 0, got ${value}`);
}
