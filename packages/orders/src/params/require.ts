import { invalidInput } from "@kite/core";
import { decimalText } from "./decimal-text.ts";

/** Writes a price in rupees, or throws `InvalidInput`. */
export function requirePrice(field: string, value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value) && value > 0) return decimalText(value);
  throw invalidInput(field, `must be rupees above 0, got ${JSON.stringify(value)}`);
}

/** Writes a market protection, or throws `InvalidInput`. */
export function requireProtection(field: string, value: unknown): string {
  if (value === -1 || (typeof value === "number" && value > 0 && value <= 100)) return decimalText(value);
  throw invalidInput(field, `must be -1 or percent up to 100, got ${JSON.stringify(value)}`);
}

/** Gives back a tag, or throws `InvalidInput`. */
export function requireTag(field: string, value: unknown): string {
  if (typeof value === "string" && /^[A-Za-z0-9]{1,20}$/.test(value)) return value;
  throw invalidInput(field, `must be 1 to 20 letters and digits, got ${JSON.stringify(value)}`);
}

/** Gives back true or false, or throws `InvalidInput`. */
export function requireBoolean(field: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw invalidInput(field, `must be true or false, got ${JSON.stringify(value)}`);
}

/** Throws `InvalidInput` for a field that has no meaning here: it was probably meant for something else. */
export function refuse(field: string, value: unknown, why: string): undefined {
  if (value === undefined) return undefined;
  throw invalidInput(field, `${why}, got ${JSON.stringify(value)}`);
}

/** Applies a check to a value that may be left out. */
export const ifGiven = <T>(value: unknown, check: (value: unknown) => T): T | undefined =>
  value === undefined ? undefined : check(value);

/** Throws `InvalidInput` for a field that an order does not have: `validty` would be left out, and the order sent without it. */
export function refuseUnknown(given: object, known: object): void {
  const field = Object.keys(given).find((name) => !(name in known));
  if (field) throw invalidInput(field, "is no field of an order");
}
