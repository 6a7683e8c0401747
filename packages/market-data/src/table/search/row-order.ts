import type { InstrumentColumns } from "../instrument-columns.ts";

const exchanges = ["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"];

/** Orders rows of one rank as search results: the earliest expiry, the shortest symbol, the place of the exchange, the symbol. */
export class RowOrder {
  readonly #columns: InstrumentColumns;
  readonly #places: number[] = [];
  /** Most rows expire as the one before. */
  #lastDays = 0;
  #lastDate = 0;

  constructor(columns: InstrumentColumns) {
    this.#columns = columns;
  }

  /** The first three of these in one number. */
  key(row: number): number {
    const columns = this.#columns;
    const odd = columns.odd.size > 0 && columns.odd.get(row);
    if (odd) return pack(dateNumber(odd.expiry), odd.tradingsymbol.length, exchangePlace(odd.exchange));
    const tailId = columns.tailId[row] as number;
    const days = columns.expiry[row] as number;
    this.#places[tailId] ??= exchangePlace(columns.tail(row).exchange);
    if (days !== this.#lastDays) {
      this.#lastDays = days;
      this.#lastDate = dateNumber(columns.day(row));
    }
    const length = (columns.symbolOffset[row + 1] as number) - (columns.symbolOffset[row] as number);
    return pack(this.#lastDate, length, this.#places[tailId]);
  }

  /** Adds the first rows in order, of some that come in the order of the list, to those chosen, up to a limit. */
  choose(rows: readonly number[], chosen: number[], limit: number): void {
    const first = chosen.length;
    const keys: number[] = [];
    for (const row of rows) {
      const key = this.key(row);
      if (chosen.length === limit && !this.#isBefore(key, row, keys.at(-1) as number, chosen.at(-1) as number))
        continue;
      let place = keys.length;
      while (place > 0 && this.#isBefore(key, row, keys[place - 1] as number, chosen[first + place - 1] as number)) {
        place -= 1;
      }
      keys.splice(place, 0, key);
      chosen.splice(first + place, 0, row);
      if (chosen.length > limit) {
        keys.pop();
        chosen.pop();
      }
    }
  }

  #isBefore(key: number, row: number, otherKey: number, other: number): boolean {
    if (key !== otherKey) return key < otherKey;
    // Texts cost more than all else where thousands of rows fit. Of one key, symbols are of one length.
    const isOdd = this.#columns.odd.has(row) || this.#columns.odd.has(other);
    if (isOdd) return this.#symbol(row) < this.#symbol(other);
    return compareSymbols(this.#columns, row, other) < 0;
  }

  #symbol(row: number): string {
    return this.#columns.odd.get(row)?.tradingsymbol ?? this.#columns.symbol(row);
  }
}

/** Below 0 when the symbol of one row comes before another one of the same length, above 0 when it comes after. */
export function compareSymbols({ symbols, symbolOffset }: InstrumentColumns, one: number, other: number): number {
  const end = symbolOffset[one + 1] as number;
  const apart = (symbolOffset[other] as number) - (symbolOffset[one] as number);
  for (let at = symbolOffset[one] as number; at < end; at += 1) {
    const difference = (symbols[at] as number) - (symbols[at + apart] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const exchangePlace = (exchange: string): number => (exchanges.indexOf(exchange) + 99) % 99;

/** A date as a number, 0 for none: 20260326. */
const dateNumber = (day: string | null): number => Number(day?.replaceAll("-", "") ?? 0);

/** Symbols have less than 4096 letters, exchanges less than 128 places. */
const pack = (date: number, length: number, place: number): number => (date * 4_096 + length) * 128 + place;
