import { readIst } from "../time/read-ist.ts";
import { inDoubt } from "./quick.ts";

// What the schemas of single fields take, for the quick ways. Everything else is in doubt.

export const text = (value: unknown): string => (typeof value === "string" ? value : inDoubt());

export const textOrNull = (value: unknown): string | null => (value === null ? null : text(value));

/** NaN, which JSON does not have, is in doubt too, and so are tokens as text, which few answers have. */
export const number = (value: unknown): number =>
  // biome-ignore lint/suspicious/noSelfCompare: a third of the time of Number.isNaN, for every number of an answer
  typeof value === "number" && value === value ? value : inDoubt();

export const flag = (value: unknown): boolean => (typeof value === "boolean" ? value : inDoubt());

export function timeOrNull(value: unknown): Date | null {
  const date = value === null ? null : readIst(text(value));
  return date === undefined ? inDoubt() : date;
}

export const time = (value: unknown): Date => readIst(text(value)) ?? inDoubt();

/** Reads each row of a list. */
export function list<Row>(value: unknown, read: (row: unknown) => Row): Row[] {
  if (!Array.isArray(value)) inDoubt();
  const rows = value.slice();
  for (let index = 0; index < rows.length; index += 1) rows[index] = read(rows[index]);
  return rows;
}

/** Takes what may be undefined. */
export const maybe = <Value>(value: unknown, read: (value: unknown) => Value): Value | undefined =>
  value === undefined ? undefined : read(value);
