import type { KeyboardEvent } from "react";

/** What a key does to a row of the watchlist; `b` and `s` are shortcuts of the whole page. */
export type RowDeed = "remove" | "up" | "down" | "previous" | "next";

const plain: ReadonlyMap<string, RowDeed> = new Map([
  ["Delete", "remove"],
  ["ArrowUp", "previous"],
  ["ArrowDown", "next"],
]);
const withAlt: ReadonlyMap<string, RowDeed> = new Map([
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
]);

/** Reads a key that was pressed on a row: with Alt the arrows move the row, without it the focus. Undefined for all others. */
export function deedOf({
  key,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey">): RowDeed | undefined {
  if (ctrlKey || metaKey) return undefined;
  return (altKey ? withAlt : plain).get(key);
}

/** The keys, in the words of `aria-keyshortcuts`. */
export const rowKeys = "b s Delete Alt+ArrowUp Alt+ArrowDown";
