import type { SchemaIssue } from "@kite/core";
import type { Instrument } from "@kite/models";
import { InstrumentListReader } from "../table/instrument-list-reader.ts";
import { takingTurns } from "./taking-turns.ts";

/** What a list holds. */
export interface InstrumentList {
  readonly rows: Instrument[];
  /** Rows that are left out, and why. */
  readonly issues: SchemaIssue[];
}

/** Bytes, and rows, between two looks at the clock. */
const [pieceLength, someRows] = [65_536, 1_024];

/** Reads the CSV of the instruments into rows, and throws, as `InstrumentListReader` does. `endpoint` is named in the error. */
export async function readInstruments(csv: string, endpoint: string): Promise<InstrumentList> {
  const turn = takingTurns();
  const reader = await readBytes(new TextEncoder().encode(csv));
  const { columns, issues } = await reader.finish(endpoint);
  const rows: Instrument[] = [];
  for (let row = 0; row < columns.length; row += 1) {
    rows.push(columns.instrument(row));
    if (row % someRows === 0) await turn();
  }
  return { rows, issues };
}

/** Writes a whole list to a reader, in turns with others. */
export async function readBytes(bytes: Uint8Array): Promise<InstrumentListReader> {
  const turn = takingTurns();
  const reader = new InstrumentListReader();
  for (let start = 0; start < bytes.length; start += pieceLength) {
    reader.write(bytes.subarray(start, start + pieceLength));
    await turn();
  }
  return reader;
}
