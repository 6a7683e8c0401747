import type { InstrumentColumns } from "../instrument-columns.ts";
import type { RowIndex } from "../row-index.ts";
import { exchangePlace } from "./row-order.ts";
import type { SearchTexts } from "./search-texts.ts";

/** Rows, lengths and places of exchanges that fit into a key of 46 bits with a number of days. */
const [mostRows, mostLetters, unknownPlace] = [2 ** 20, 127, 7];

/**
 * Rows by the first three letters of their symbol, those of a kind together, in the order of search results: answers what is asked at
 * each key of someone who types a symbol. Made with the first such question.
 */
export class PrefixOrder {
  /** A shorter beginning has too many rows. */
  static readonly leastLength = 3;
  readonly #columns: InstrumentColumns;
  readonly #texts: SearchTexts;
  readonly #index: RowIndex;
  /** Where the rows of each letters and kind begin in `rows`. */
  readonly #starts: Uint32Array = new Uint32Array(2 ** 17 + 1);
  readonly #rows: Uint32Array;
  /** Rows whose symbol has blanks, which a search does not count, with what is left of it. */
  readonly #blanks: { readonly row: number; readonly symbol: string }[] = [];
  readonly #exchanges: ReadonlySet<string>;
  /** By the cells after the strike. */
  readonly #exchangePlaces: number[] = [];
  /** Letters and kinds whose rows are in order of their symbols too, where all else is equal. */
  readonly #sorted: Set<number> = new Set();
  /** False for a list that this has no room for. */
  readonly #isUsable: boolean;

  constructor(columns: InstrumentColumns, texts: SearchTexts, index: RowIndex) {
    this.#columns = columns;
    this.#texts = texts;
    this.#index = index;
    const { length, odd, tails } = columns;
    const keys = new Float64Array(length);
    let fits = odd.size === 0 && length < mostRows;
    for (let row = 0; row < length && fits; row += 1) {
      const letters = texts.symbolStart(row + 1) - texts.symbolStart(row) - 1;
      // What comes first must be the shortest: the symbol itself, if it is there.
      fits = letters <= mostLetters && (columns.expiry[row] === 0 || columns.tail(row).kind > 0);
      keys[row] = this.#key(row) * mostRows + row;
    }
    this.#isUsable = fits;
    this.#exchanges = new Set(Array.from({ length: tails.length }, (_, id) => columns.tailOf(id).exchange));
    this.#rows = new Uint32Array(fits ? length : 0);
    if (!fits) return;
    keys.sort();
    for (let row = 0; row < length; row += 1) {
      (this.#starts[this.#place(row) + 1] as number) += 1;
    }
    let row = 0;
    for (let at = texts.symbols.indexOf(" "); at !== -1; at = texts.symbols.indexOf(" ", texts.symbolStart(row + 1))) {
      while (texts.symbolStart(row + 1) <= at) row += 1;
      this.#blanks.push({ row, symbol: texts.symbol(row).replaceAll(" ", "") });
    }
    for (let place = 0; place < 2 ** 17; place += 1)
      (this.#starts[place + 1] as number) += this.#starts[place] as number;
    const next = this.#starts.slice();
    for (const key of keys) {
      const row = key % mostRows;
      const place = this.#place(row);
      this.#rows[next[place] as number] = row;
      (next[place] as number) += 1;
    }
  }

  /** Gives the best rows of a beginning in capitals; undefined where a search must tell, above all where there are less than `limit`. */
  first(beginning: string, limit: number): number[] | undefined {
    if (!this.#isUsable || this.#isSpecial(beginning)) return undefined;
    const chosen: number[] = [];
    const { symbols } = this.#texts;
    for (let kind = 0; kind < 3; kind += 1) {
      const place = placeOf(beginning, 0, kind);
      const end = this.#starts[place + 1] as number;
      this.#sort(place);
      for (let at = this.#starts[place] as number; at < end; at += 1) {
        const row = this.#rows[at] as number;
        if (!symbols.startsWith(beginning, this.#texts.symbolStart(row))) continue;
        chosen.push(row);
        if (chosen.length === limit) return chosen;
      }
    }
    return undefined;
  }

  /** Tells whether a contract has this very symbol, or a symbol begins so when its blanks are left out. */
  #isSpecial(beginning: string): boolean {
    for (const { row, symbol } of this.#blanks) {
      if (!symbol.startsWith(beginning)) continue;
      if (symbol === beginning || !this.#texts.symbols.startsWith(beginning, this.#texts.symbolStart(row))) return true;
    }
    for (const exchange of this.#exchanges) {
      const row = this.#index.rowOfKey(`${exchange}:${beginning}`);
      if (row !== -1 && this.#columns.tail(row).kind > 0) return true;
    }
    return false;
  }

  #sort(place: number): void {
    if (this.#sorted.has(place)) return;
    this.#sorted.add(place);
    const rows = this.#rows.subarray(this.#starts[place], this.#starts[place + 1]);
    const symbols = new Map(Array.from(rows, (row) => [row, this.#texts.symbol(row)]));
    const compare = (one: number, other: number): number => {
      const [symbol = "", otherSymbol = ""] = [symbols.get(one), symbols.get(other)];
      return symbol < otherSymbol ? -1 : symbol > otherSymbol ? 1 : one - other;
    };
    rows.sort((one, other) => this.#key(one) - this.#key(other) || compare(one, other));
  }

  #key(row: number): number {
    const letters = this.#texts.symbolStart(row + 1) - this.#texts.symbolStart(row) - 1;
    const tailId = this.#columns.tailId[row] as number;
    this.#exchangePlaces[tailId] ??= Math.min(exchangePlace(this.#columns.tailOf(tailId).exchange), unknownPlace);
    const place = this.#exchangePlaces[tailId];
    return ((this.#columns.expiry[row] as number) * (mostLetters + 1) + letters) * (unknownPlace + 1) + place;
  }

  #place(row: number): number {
    return placeOf(this.#texts.symbols, this.#texts.symbolStart(row), this.#columns.tail(row).kind);
  }
}

/** Letters and digits that share a place are told apart when they are looked at. */
const placeOf = (text: string, start: number, kind: number): number =>
  ((text.charCodeAt(start) & 31) << 12) |
  ((text.charCodeAt(start + 1) & 31) << 7) |
  ((text.charCodeAt(start + 2) & 31) << 2) |
  kind;
