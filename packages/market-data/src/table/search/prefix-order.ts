import type { InstrumentColumns } from "../instrument-columns.ts";
import type { RowIndex } from "../row-index.ts";
import { codesOf, standsAt } from "./letters.ts";
import { compareSymbols, exchangePlace } from "./row-order.ts";
import { inSteps } from "./steps.ts";

/** Rows, lengths and places of exchanges that fit into a key of 46 bits with a number of days. */
const [mostRows, mostLetters, unknownPlace] = [2 ** 20, 127, 7];
const SPACE = 32;
/** Two letters of five bits each, and the kind. */
const groups = 2 ** 12;

/**
 * Rows by the first two letters of their symbol, those of a kind together: answers what is asked at each key of someone who types a
 * symbol. Made with the first such question; each group is brought into the order of search results when it is asked for.
 */
export class PrefixOrder {
  /** A shorter beginning has too many rows. */
  static readonly leastLength = 3;
  readonly #columns: InstrumentColumns;
  /** Rows whose symbol has blanks, which a search does not count, with what is left of it. */
  readonly #blanks: { readonly row: number; readonly symbol: string }[] = [];
  readonly #index: RowIndex;
  /** Where each group begins in `rows`. */
  readonly #starts: Uint32Array = new Uint32Array(groups + 1);
  #rows: Uint32Array = new Uint32Array(0);
  readonly #exchanges: ReadonlySet<string>;
  /** By the cells after the strike: the kind, and the place of the exchange. */
  readonly #kinds: Uint8Array;
  readonly #exchangePlaces: Uint8Array;
  /** By group that was asked for: the place in `rows` before which it is in order of its symbols too. */
  readonly #sorted: Map<number, number> = new Map();
  /** False for a list that this has no room for. */
  #isUsable: boolean;

  constructor(columns: InstrumentColumns, index: RowIndex) {
    this.#columns = columns;
    this.#index = index;
    this.#isUsable = columns.odd.size === 0 && columns.length < mostRows;
    const tails = Array.from({ length: columns.tails.length }, (_, id) => columns.tailOf(id));
    this.#exchanges = new Set(tails.map(({ exchange }) => exchange));
    this.#kinds = Uint8Array.from(tails, ({ kind }) => kind);
    this.#exchangePlaces = Uint8Array.from(tails, ({ exchange }) => Math.min(exchangePlace(exchange), unknownPlace));
  }

  /** Sorts the rows into groups. */
  *fill(): Generator<number, void, undefined> {
    const { length } = this.#columns;
    if (this.#isUsable) yield* inSteps(length, (from, to) => this.#count(from, to));
    if (!this.#isUsable) return;
    yield* inSteps(length, (from, to) => this.#noteBlanks(from, to));
    const starts = this.#starts;
    for (let group = 0; group < groups; group += 1) (starts[group + 1] as number) += starts[group] as number;
    const next = starts.slice();
    this.#rows = new Uint32Array(length);
    yield* inSteps(length, (from, to) => this.#spread(from, to, next));
  }

  /** Gives the best rows of a beginning in capitals; undefined where a search must tell, above all where there are less than `limit`. */
  first(beginning: string, limit: number): number[] | undefined {
    const word = codesOf(beginning);
    // Without sorting anything: most words with a slip begin no symbol.
    if (!this.#isUsable || !this.#hasEnough(word, limit) || this.#isSpecial(beginning, word)) return undefined;
    const chosen: number[] = [];
    for (let kind = 0; kind < 3; kind += 1) {
      const group = groupOf(word[0] as number, word[1] as number, kind);
      const [start, end] = [this.#starts[group] as number, this.#starts[group + 1] as number];
      let sorted = this.#sorted.get(group) ?? this.#sort(start, end);
      for (let at = start; at < end; at += 1) {
        if (at === sorted) sorted = this.#sortEquals(at, end);
        const row = this.#rows[at] as number;
        if (this.#begins(row, word) && chosen.push(row) === limit) break;
      }
      this.#sorted.set(group, sorted);
      if (chosen.length === limit) return chosen;
    }
    return undefined;
  }

  #hasEnough(word: Uint16Array, limit: number): boolean {
    let count = 0;
    for (let kind = 0; kind < 3 && count < limit; kind += 1) {
      const group = groupOf(word[0] as number, word[1] as number, kind);
      const end = this.#starts[group + 1] as number;
      for (let at = this.#starts[group] as number; at < end && count < limit; at += 1) {
        if (this.#begins(this.#rows[at] as number, word)) count += 1;
      }
    }
    return count === limit;
  }

  #begins(row: number, word: Uint16Array): boolean {
    const { symbols, symbolOffset } = this.#columns;
    const start = symbolOffset[row] as number;
    return start + word.length <= (symbolOffset[row + 1] as number) && standsAt(symbols, start, word);
  }

  /** Counts the rows of each group, and notices a row that has no place in this order. */
  #count(from: number, to: number): void {
    const { symbolOffset, expiry, tailId } = this.#columns;
    for (let row = from; row < to; row += 1) {
      const letters = (symbolOffset[row + 1] as number) - (symbolOffset[row] as number);
      // What comes first must be the shortest: the symbol itself, if it is there.
      const fits = letters <= mostLetters && (expiry[row] === 0 || this.#kinds[tailId[row] as number] !== 0);
      if (!fits) this.#isUsable = false;
      (this.#starts[this.#group(row) + 1] as number) += 1;
    }
  }

  #noteBlanks(from: number, to: number): void {
    const { symbols, symbolOffset } = this.#columns;
    const first = symbolOffset[from] as number;
    const bytes = symbols.subarray(first, symbolOffset[to]);
    let row = from;
    for (let at = bytes.indexOf(SPACE); at !== -1; at = bytes.indexOf(SPACE, (symbolOffset[row] as number) - first)) {
      while ((symbolOffset[row + 1] as number) <= first + at) row += 1;
      this.#blanks.push({ row, symbol: this.#columns.symbol(row).toUpperCase().replaceAll(" ", "") });
      row += 1;
    }
  }

  #spread(from: number, to: number, next: Uint32Array): void {
    for (let row = from; row < to; row += 1) {
      const group = this.#group(row);
      this.#rows[next[group] as number] = row;
      (next[group] as number) += 1;
    }
  }

  #group(row: number): number {
    const { symbols, symbolOffset, tailId } = this.#columns;
    const at = symbolOffset[row] as number;
    return groupOf(symbols[at] as number, symbols[at + 1] as number, this.#kinds[tailId[row] as number] as number);
  }

  /** Tells whether a contract has this very symbol, or a symbol begins so when its blanks are left out. */
  #isSpecial(beginning: string, word: Uint16Array): boolean {
    const { symbols, symbolOffset } = this.#columns;
    for (const { row, symbol } of this.#blanks) {
      if (!symbol.startsWith(beginning)) continue;
      if (symbol === beginning || !standsAt(symbols, symbolOffset[row] as number, word)) return true;
    }
    for (const exchange of this.#exchanges) {
      const row = this.#index.rowOfKey(`${exchange}:${beginning}`);
      if (row !== -1 && this.#kinds[this.#columns.tailId[row] as number] !== 0) return true;
    }
    return false;
  }

  /** Brings a group into the order of expiry, length and exchange; gives its start, before which nothing is in order of the symbols. */
  #sort(start: number, end: number): number {
    const keys = new Float64Array(end - start);
    for (let at = start; at < end; at += 1) {
      const row = this.#rows[at] as number;
      keys[at - start] = this.#key(row) * mostRows + row;
    }
    keys.sort();
    for (let at = start; at < end; at += 1) this.#rows[at] = (keys[at - start] as number) % mostRows;
    return start;
  }

  /** Brings the rows that are equal to the one at a place into the order of their symbols; gives the place after them. */
  #sortEquals(start: number, end: number): number {
    const rows = this.#rows;
    const key = this.#key(rows[start] as number);
    let next = start + 1;
    while (next < end && this.#key(rows[next] as number) === key) next += 1;
    rows.subarray(start, next).sort((one, other) => compareSymbols(this.#columns, one, other) || one - other);
    return next;
  }

  #key(row: number): number {
    const { symbolOffset, tailId, expiry } = this.#columns;
    const letters = (symbolOffset[row + 1] as number) - (symbolOffset[row] as number);
    const place = this.#exchangePlaces[tailId[row] as number] as number;
    return ((expiry[row] as number) * (mostLetters + 1) + letters) * (unknownPlace + 1) + place;
  }
}

/** Letters and digits that share a group are told apart when they are looked at. */
const groupOf = (first: number, second: number, kind: number): number =>
  ((first & 31) << 7) | ((second & 31) << 2) | kind;
