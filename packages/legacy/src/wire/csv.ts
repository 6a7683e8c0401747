/**
 * Reads a CSV with a header into objects of texts, whatever its columns are. Cells may be quoted; lines end with either kind of
 * line end. The empty line behind the last line end is no row.
 */
export function csvObjects(csv: string): Record<string, string>[] {
  const [header = [], ...rows] = csvRows(csv.replace(/^\uFEFF/, ""));
  return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [header[index] ?? String(index), cell])));
}

function csvRows(csv: string): string[][] {
  // Instrument lists hold a hundred thousand lines, and quotes in none or a few: those alone are read letter by letter.
  const lines = csv.includes('"') ? quotedLines(csv) : csv.split("\n");
  return lines
    .map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line))
    .filter((line) => line !== "")
    .map((line) => (line.includes('"') ? cellsOf(line) : line.split(",")));
}

/** Splits at line ends that are in no quotes. */
function quotedLines(csv: string): string[] {
  const lines: string[] = [];
  let open = "";
  for (const line of csv.split("\n")) {
    open = open === "" ? line : `${open}\n${line}`;
    if ((open.split('"').length - 1) % 2 === 1) continue;
    lines.push(open);
    open = "";
  }
  return open === "" ? lines : [...lines, open];
}

const cell = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/g;

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain = "", end] of line.matchAll(cell)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "") break;
  }
  return cells;
}
