import { badgesOf } from "./badges.ts";
import type { HoldingRow } from "./holding-row.ts";

/** Keeps the rows in whose symbol, exchange or badges every word of the search occurs. */
export function matching(rows: readonly HoldingRow[], search: string): readonly HoldingRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const badges = badgesOf(row).map(({ text }) => text);
    const text = [row.tradingsymbol, row.exchange, ...badges].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
