import type { Instrument } from "@kite/models";
import type { InstrumentEngine } from "../instruments/engine.ts";
import type { InstrumentFilter } from "../instruments/instrument-filter.ts";
import { isOption, type ListedOption, OptionBook } from "../instruments/option-book.ts";
import type { InstrumentColumns } from "./instrument-columns.ts";
import type { InstrumentTable } from "./instrument-table.ts";
import type { RowIndex } from "./row-index.ts";
import { rowFilter } from "./search/row-filter.ts";
import { TableSearch } from "./search/search-table.ts";

/** Names whose options stay sorted out by exchange and expiry. */
const booksKept = 64;

/** Answers questions from the columns, and makes only the rows that are the answer. */
export function tableEngine(table: InstrumentTable, columns: InstrumentColumns, index: RowIndex): InstrumentEngine {
  let search: TableSearch | undefined;
  const books = new Map<string, OptionBook>();

  const findRows = (filter: InstrumentFilter): number[] => {
    const passes = rowFilter(columns, filter);
    const found: number[] = [];
    if (filter.name === undefined) {
      for (let row = 0; row < columns.length; row += 1) if (passes(row)) found.push(row);
    } else {
      for (const row of table.rowsOf(filter.name)) if (passes(row)) found.push(row);
    }
    return found;
  };
  const expiryOf = (row: number) => (columns.odd.get(row) ?? { expiry: columns.day(row) }).expiry ?? "";
  const strikeOf = (row: number) => columns.odd.get(row)?.strike ?? (columns.strike[row] as number);
  const order = (one: number, other: number): number => {
    const [day, otherDay] = [expiryOf(one), expiryOf(other)];
    return day === otherDay ? strikeOf(one) - strikeOf(other) : day < otherDay ? -1 : 1;
  };
  function* optionsOf(name: string): Generator<ListedOption> {
    for (const row of table.rowsOf(name)) {
      const { exchange, instrument_type, expiry } = columns.odd.get(row) ?? {
        ...columns.tail(row),
        expiry: columns.day(row),
      };
      if (isOption({ instrument_type, expiry })) yield { exchange, expiry: expiry ?? "", make: () => table.row(row) };
    }
  }

  return {
    find: (filter) =>
      findRows(filter)
        .sort(order)
        .map((row) => table.row(row)),
    findFirst(filter) {
      const [first, ...rows] = findRows(filter);
      if (first === undefined) return undefined;
      return table.row(rows.reduce((best, row) => (order(row, best) < 0 ? row : best), first));
    },
    search(words, exchange, options): Instrument[] {
      search ??= new TableSearch(columns, index);
      return search.search(words, exchange, options).map((row) => table.row(row));
    },
    options(name) {
      const kept = books.get(name);
      if (kept) return kept;
      const book = new OptionBook(optionsOf(name));
      const [oldest] = books.keys();
      if (books.size >= booksKept && oldest !== undefined) books.delete(oldest);
      books.set(name, book);
      return book;
    },
  };
}
