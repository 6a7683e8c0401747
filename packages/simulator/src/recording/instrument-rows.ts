/** A row of the instruments dump, by column. */
export type InstrumentRow = Readonly<Record<string, string>>;

/** Reads the rows of a dump. Columns it does not know stay with the row. */
export function readInstrumentRows(csv: string): InstrumentRow[] {
  const [header = [], ...rows] = csv.split(/\r?\n/).filter(Boolean).map(fieldsOf);
  return rows.map((fields) => Object.fromEntries(header.map((column, index) => [column, fields[index] ?? ""])));
}

/**
 * The lines of a dump that are about some instruments, with its header, as they are.
 *
 * @param keys - Exchange and symbol, e.g. `NSE:INFY`.
 */
export function pickInstrumentLines(
  csv: string,
  keys: ReadonlySet<string>,
): { header: string; lines: Map<string, string> } {
  const [header = "", ...rest] = csv.split(/\r?\n/).filter(Boolean);
  const columns = fieldsOf(header);
  const [exchange, symbol] = [columns.indexOf("exchange"), columns.indexOf("tradingsymbol")];
  const lines = new Map<string, string>();
  for (const line of rest) {
    const fields = fieldsOf(line);
    const key = `${fields[exchange]}:${fields[symbol]}`;
    if (keys.has(key)) lines.set(key, line);
  }
  return { header, lines };
}

/** The fields of a line; those in quotes may hold commas, and two quotes for one. */
function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}
