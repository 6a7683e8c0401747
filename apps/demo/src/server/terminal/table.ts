/** A cell: its text, and what paints it once the text has its width. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/**
 * Lays out rows in columns as wide as their widest text, two spaces apart. Every character counts as one wide, which
 * holds for what is printed here.
 *
 * @param faint - Paints the titles and lines.
 */
export function layOut(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  totals: readonly Cell[] | undefined,
  faint: (text: string) => string,
): string[] {
  const all = [columns.map(({ title }) => ({ text: title })), ...rows, ...(totals ? [totals] : [])];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]?.text.length ?? 0)));
  const line = (cells: readonly Cell[]): string =>
    cells
      .map(({ text, paint = same }, index) => {
        const width = widths[index] ?? 0;
        return paint(columns[index]?.align === "right" ? text.padStart(width) : text.padEnd(width));
      })
      .join("  ")
      .trimEnd();
  const rule = faint("─".repeat(widths.reduce((sum, width) => sum + width + 2, -2)));
  const head = faint(line(columns.map(({ title }) => ({ text: title }))));
  return [head, rule, ...rows.map(line), ...(totals ? [rule, line(totals)] : [])];
}

const same = (text: string): string => text;
