/** A row's value in a column: texts sort by the alphabet, numbers by size. */
export type SortValue = string | number;

export type Direction = "ascending" | "descending";

/** Column and direction a table is sorted by. */
export interface Sorting<Column extends string> {
  readonly column: Column;
  readonly direction: Direction;
}

/** Gives the rows in order. Rows that are equal stay as they were. */
export function sorted<Row>(rows: readonly Row[], sortBy: (row: Row) => SortValue, direction: Direction): Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((one, other) => sign * compare(sortBy(one), sortBy(other)));
}

/** What a click on a column's head leads to: the other direction, or the useful one of a new column. */
export function nextSorting<Column extends string>(
  { column, direction }: Sorting<Column>,
  clicked: Column,
  isText: boolean,
): Sorting<Column> {
  if (clicked === column) return { column, direction: direction === "ascending" ? "descending" : "ascending" };
  return { column: clicked, direction: isText ? "ascending" : "descending" };
}

function compare(one: SortValue, other: SortValue): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en-IN", { numeric: true });
}
