import { useState } from "react";

/**
 * Puts rows in order, and leaves them there while their figures move: nobody can read a row that jumps. They are ordered anew when
 * `since` is another one, or a row comes that was not there.
 *
 * @param since - What the order is by, and of when.
 */
export function useSteadyOrder<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  order: (rows: readonly Row[]) => readonly Row[],
  since: string,
): readonly Row[] {
  const [kept, setKept] = useState<{ readonly since: string; readonly ranks: ReadonlyMap<string, number> }>();
  const isKept = kept?.since === since && rows.every((row) => kept.ranks.has(nameOf(row)));
  const ranks = isKept ? kept.ranks : new Map(order(rows).map((row, rank) => [nameOf(row), rank]));
  if (!isKept) setKept({ since, ranks });
  const rankOf = (row: Row) => ranks.get(nameOf(row)) ?? 0;
  return [...rows].sort((one, other) => rankOf(one) - rankOf(other));
}
