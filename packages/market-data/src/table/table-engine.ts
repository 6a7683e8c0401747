import type { Instrument } from "@kite/models";
import type { InstrumentEngine } from "../instruments/engine.ts";
import type { InstrumentFilter } from "../instruments/instrument-filter.ts";
import { isOption, type ListedOption, OptionBook } from "../instruments/option-book.ts";
import { takingTurns } from "../instruments/taking-turns.ts";
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

  const searching = (): TableSearch => {
    search ??= new TableSearch(columns, index);
    return search;
  };
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
  const optionsOf = (name: string): ListedOption[] => {
    const types = columns.tailsWhere(({ instrument_type }) => isOption({ instrument_type, expiry: "" }));
    const options: ListedOption[] = [];
    for (const row of table.rowsOf(name)) {
      const odd = columns.odd.size > 0 && columns.odd.get(row);
      const isListed = odd ? isOption(odd) : types[columns.tailId[row] as number] === 1 && columns.expiry[row] !== 0;
      if (!isListed) continue;
      const { exchange } = odd || columns.tail(row);
      options.push({ exchange, expiry: (odd ? odd.expiry : columns.day(row)) ?? "", make: () => table.row(row) });
    }
    return options;
  };

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
    async prepareSearch() {
      const turn = takingTurns();
      while (searching().prepare() > 0) await turn();
    },
    search(words, exchange, options): Instrument[] {
      return searching()
        .search(words, exchange, options)
        .map((row) => table.row(row));
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
