import { KiteError, type SchemaResult } from "@kite/core";
import { type MFInstrument, MFInstrumentSchema } from "@kite/models";
import { array } from "valibot";

/** Reads the CSV of all funds. The CSV parser is loaded here, and only when it is needed. */
export async function readInstruments(text: unknown): Promise<SchemaResult<MFInstrument[]>> {
  // The build for browsers runs everywhere: it brings a Buffer of its own.
  const { parse } = await import("csv-parse/browser/esm/sync");
  let names: readonly string[] = [];
  let rows: unknown[];
  try {
    rows = parse(String(text), {
      bom: true,
      columns: (head: string[]) => {
        names = head;
        return head;
      },
      // One odd row must not hide the others; what is wrong with it shows when its fields are read.
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (cause) {
    throw malformed(cause instanceof Error ? cause.message : "no reason given", cause);
  }
  if (!names.includes("tradingsymbol")) throw malformed("it has no column tradingsymbol");
  return array(MFInstrumentSchema)["~standard"].validate(rows) as SchemaResult<MFInstrument[]>;
}

const malformed = (problem: string, cause?: unknown): KiteError =>
  new KiteError({
    code: "MalformedAnswer",
    endpoint: "getMFInstruments",
    message: `a CSV that cannot be read: ${problem}`,
    retryable: true,
    cause,
  });
