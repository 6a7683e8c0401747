import type { SchemaIssue } from "@kite/core";
import { type Instrument, InstrumentSchema } from "@kite/models";
import { safeParse } from "valibot";

/** Gives the row that cells hold, by the names of their columns, or what is wrong with it. */
export function readRow(names: readonly string[], cells: readonly string[]): Instrument | SchemaIssue[] {
  if (cells.length !== names.length) return [{ message: `${cells.length} cells instead of ${names.length}` }];
  const record = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
  const { success, output, issues } = safeParse(InstrumentSchema, record);
  if (success) return output;
  return issues.map(({ message, path }) => ({ message, path: path?.map(({ key }) => key as string) ?? [] }));
}
