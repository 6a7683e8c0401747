import type { Instrument } from "@kite/models";
import { InstrumentListReader } from "../table/instrument-list-reader.ts";
import { InstrumentTable } from "../table/instrument-table.ts";
import { csvOf } from "./instruments.ts";

/** Loads rows the way a downloaded list is loaded. */
export async function tableOf(rows: readonly Instrument[]): Promise<InstrumentTable> {
  const reader = new InstrumentListReader();
  reader.write(new TextEncoder().encode(csvOf(rows)));
  const { columns, index } = await reader.finish("test");
  return new InstrumentTable(columns, index, new Date(), 0);
}
