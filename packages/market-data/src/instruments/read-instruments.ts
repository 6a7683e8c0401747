import { KiteError, type SchemaIssue } from "@kite/core";
import { type Instrument, InstrumentSchema } from "@kite/models";
import { safeParse } from "valibot";
import { csvRows } from "./csv-rows.ts";

/** What a list holds. */
export interface InstrumentList {
  readonly rows: Instrument[];
  /** Rows that are left out, and why. */
  readonly issues: SchemaIssue[];
}

/**
 * Reads the CSV of the instruments. A row that is not as documented is left out and reported. Throws `MalformedAnswer` for what
 * is no whole list: another header, no line end after the last row, a last row that is cut, rows that are odd for the most part.
 *
 * This is the one place that knows the CSV: a faster reader only has to give the same rows. `endpoint` is named in the error.
 */
export async function readInstruments(csv: string, endpoint: string): Promise<InstrumentList> {
  const notWhole = (problem: string) => malformed(endpoint, problem);
  // Every line ends with a line end, the last one too. The cut that hits a line end exactly is found by counting.
  if (!csv.endsWith("\n")) throw notWhole("it does not end with a line end");
  const rows: Instrument[] = [];
  const issues: SchemaIssue[] = [];
  let columns: readonly string[] | undefined;
  let odd = 0;
  let isLastOdd = false;
  for await (const lines of csvRows(csv, notWhole)) {
    for (const cells of lines) {
      if (!columns) {
        const missing = Object.keys(InstrumentSchema.entries).filter((name) => !cells.includes(name));
        if (missing.length > 0) throw notWhole(`it has no column ${missing.join(", ")}`);
        columns = cells;
        continue;
      }
      const row = readRow(columns, cells);
      isLastOdd = Array.isArray(row);
      if (!Array.isArray(row)) rows.push(row);
      else {
        const number = rows.length + odd;
        for (const { message, path = [] } of row) issues.push({ message, path: [number, ...path] });
        odd += 1;
      }
    }
  }
  if (!columns) throw notWhole("it is empty");
  if (isLastOdd) throw notWhole("its last row is cut");
  if (odd > rows.length) throw notWhole(`${odd} of ${rows.length + odd} rows are not as documented`);
  return { rows, issues };
}

/** Gives the row, or what is wrong with it. */
function readRow(columns: readonly string[], cells: readonly string[]): Instrument | SchemaIssue[] {
  if (cells.length !== columns.length) return [{ message: `${cells.length} cells instead of ${columns.length}` }];
  const record = Object.fromEntries(columns.map((name, index) => [name, cells[index]]));
  const { success, output, issues } = safeParse(InstrumentSchema, record);
  if (success) return output;
  return issues.map(({ message, path }) => ({ message, path: path?.map(({ key }) => key as string) ?? [] }));
}

const malformed = (endpoint: string, problem: string): KiteError =>
  new KiteError({ code: "MalformedAnswer", endpoint, message: `the instrument list is not whole: ${problem}` });
