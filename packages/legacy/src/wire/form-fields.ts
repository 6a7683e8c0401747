import type { Fields } from "@kite/core";

/**
 * Writes an object as the form that the old client makes of it: every field, listed or not; null as an empty text, `undefined`
 * left out, lists and objects under `key[0]` and `key[name]`, times in ISO form.
 */
export function formFields(params: object): Fields {
  return Object.fromEntries(Object.entries(params).flatMap(([key, value]) => pairs(key, value)));
}

function pairs(key: string, value: unknown): [string, string][] {
  if (value === undefined || typeof value === "function") return [];
  if (value === null) return [[key, ""]];
  if (value instanceof Date) return [[key, value.toISOString()]];
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([name, inner]) => pairs(`${key}[${name}]`, inner));
  }
  return [[key, String(value)]];
}

/** Writes an object as a query: every field, with null and `undefined` left out. */
export function queryFields(params: object): Fields {
  return Object.fromEntries(
    Object.entries(params)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}
