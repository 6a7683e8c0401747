import { invalidInput } from "@kite/core";

/** Far above any price, quantity or value, and far below what arithmetic with them could turn into infinity. */
const limit = 1e15;

/** Tells a number to reckon with from anything else: an undocumented row comes as sent, and anything may be in it. */
export const isAmount = (value: unknown): value is number => typeof value === "number" && Math.abs(value) < limit;

/** Parts the rows that can be counted from the others, in their order. Throws `InvalidInput` for anything but a list. */
export function partRows<Row>(
  field: string,
  rows: readonly Row[],
  isCountable: (row: Row) => boolean,
): { readonly counted: Row[]; readonly leftOut: Row[] } {
  if (!Array.isArray(rows))
    throw invalidInput(field, `must be a list of rows, got ${rows === null ? rows : typeof rows}`);
  return { counted: rows.filter(isCountable), leftOut: rows.filter((row) => !isCountable(row)) };
}
