import { KiteError } from "./errors.ts";

/** Makes the error for an argument that is refused before anything is sent. `field` is the name the caller typed. */
export function invalidInput(field: string, problem: string, endpoint?: string): KiteError {
  return new KiteError({ code: "InvalidInput", endpoint, field, message: `${field}: ${problem}`, outcome: "not-sent" });
}

/** Shows a refused value in a message; long text is cut. */
const show = (value: unknown): string => {
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** Gives back a text that is not empty, or throws `InvalidInput`. */
export function requireText(field: string, value: unknown): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw invalidInput(field, `must be a text that is not empty, got ${show(value)}`);
}

/** Gives back a whole number of at least 1, or throws `InvalidInput`. */
export function requireQuantity(field: string, value: unknown): number {
  if (Number.isSafeInteger(value) && (value as number) >= 1) return value as number;
  throw invalidInput(field, `must be a whole number of at least 1, got ${show(value)}`);
}

/** Gives back one of the listed values, or throws `InvalidInput` that lists them. */
export function requireOneOf<const T extends string>(field: string, value: unknown, allowed: readonly T[]): T {
  if (allowed.includes(value as T)) return value as T;
  throw invalidInput(field, `must be one of ${allowed.join(", ")}, got ${show(value)}`);
}

/**
 * Gives back a key, token or secret that can stand in a header, or throws `InvalidInput`. The message never shows the value.
 */
export function requireCredential(field: string, value: unknown): string {
  if (typeof value !== "string" || value === "") throw invalidInput(field, "is missing");
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw invalidInput(field, "holds a space or a line break; paste it again");
  }
  return value;
}
