import { invalid } from "./refusal.ts";

/** Typed access to a JSON object; each complaint names the key. */
export interface JsonFields {
  has(key: string): boolean;
  text(key: string): string;
  choice<const T extends string>(key: string, choices: readonly T[]): T;
  /** Any finite number, not below `min`. */
  number(key: string, min?: number): number;
  /** Whole number from `min`, default 1. */
  count(key: string, min?: number): number;
  /** Array of finite numbers. */
  numbers(key: string): readonly number[];
}

/**
 * Reads values out of something that should be a JSON object. Every method throws the `Refusal` that names its key.
 *
 * @param name - What to complain about when it is no object at all.
 */
export function readJsonFields(value: unknown, name: string): JsonFields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(name);
  const record = value as Readonly<Record<string, unknown>>;
  const number = (key: string, min = Number.NEGATIVE_INFINITY): number => {
    const found = record[key];
    if (typeof found !== "number" || !Number.isFinite(found) || found < min) throw invalid(key);
    return found;
  };
  const text = (key: string): string => {
    const found = record[key];
    if (typeof found !== "string" || found === "") throw invalid(key);
    return found;
  };
  return {
    has: (key) => record[key] !== undefined && record[key] !== null && record[key] !== "",
    text,
    choice: (key, choices) => {
      const found = text(key);
      const chosen = choices.find((choice) => choice === found);
      if (chosen === undefined) throw invalid(key);
      return chosen;
    },
    number,
    count: (key, min = 1) => {
      const found = number(key, min);
      if (!Number.isSafeInteger(found)) throw invalid(key);
      return found;
    },
    numbers: (key) => {
      const found = record[key];
      if (!Array.isArray(found) || !found.every((one) => Number.isFinite(one))) throw invalid(key);
      return found;
    },
  };
}

/**
 * Parses a JSON text that came in a form field.
 *
 * @throws {Refusal} 400 that names the field when it is no JSON.
 */
export function parseField(form: URLSearchParams, name: string): unknown {
  try {
    return JSON.parse(form.get(name) ?? "");
  } catch {
    throw invalid(name);
  }
}
