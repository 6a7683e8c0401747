/** One row of a dump, by column. */
export type Row = Record<string, string>;

/**
 * Takes a dump apart, strictly: CRLF after every row, quotes only around whole fields, every row as wide as the header.
 *
 * @throws {Error} for anything else.
 */
export function parseCsv(text: string): { readonly columns: string[]; readonly rows: Row[] } {
  const records: string[][] = [];
  let record: string[] = [];
  let rest = text;
  while (rest !== "") {
    const [whole, quoted, plain, end] = rest.match(/^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/) ?? [];
    if (whole === undefined) throw new Error(`no field here: ${JSON.stringify(rest.slice(0, 60))}`);
    record.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") {
      records.push(record);
      record = [];
    }
    rest = rest.slice(whole.length);
  }
  const [columns = [], ...others] = records;
  const rows = others.map((fields) => {
    if (fields.length !== columns.length) throw new Error(`${fields.length} fields: ${fields.join("|")}`);
    return Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? ""]));
  });
  return { columns, rows };
}
