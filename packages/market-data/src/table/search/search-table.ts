import type { SearchOptions } from "../../instruments/search-instruments.ts";
import { tierOf } from "../../instruments/search-instruments.ts";
import { fitOf, fitsAlmost, type SearchWord, searchRow } from "../../instruments/search-word.ts";
import type { InstrumentColumns } from "../instrument-columns.ts";
import type { RowIndex } from "../row-index.ts";
import { kindOf } from "../tail.ts";
import { capitals } from "./letters.ts";
import { PrefixOrder } from "./prefix-order.ts";
import { rowFilter } from "./row-filter.ts";
import { RowOrder } from "./row-order.ts";
import { SymbolMarks } from "./symbol-marks.ts";
import { TitleWords } from "./title-words.ts";
import { BEGINS, NOT, WordMatch } from "./word-match.ts";

/** Tiers as `searchInstruments` has them: the last one is for slips. */
const slipTier = 4;
const SPACE = 32;

/** Searches the rows of columns, with the results of `searchInstruments`. */
export class TableSearch {
  readonly #columns: InstrumentColumns;
  readonly #marks: SymbolMarks;
  readonly #titles: TitleWords;
  readonly #order: RowOrder;
  readonly #prefixes: PrefixOrder;
  readonly #forBeginnings: Generator<number, void, undefined>;
  readonly #forWords: Generator<number, void, undefined>;

  constructor(columns: InstrumentColumns, index: RowIndex) {
    this.#columns = columns;
    this.#marks = new SymbolMarks(columns);
    this.#titles = new TitleWords(columns);
    this.#prefixes = new PrefixOrder(columns, index);
    this.#order = new RowOrder(columns);
    this.#forBeginnings = this.#prefixes.fill();
    this.#forWords = bothOf(this.#marks.fill(), this.#titles.fill());
  }

  /** Makes a piece of what searches need; gives the rows or names that it has gone through, 0 once all is there. */
  prepare(): number {
    return this.#forBeginnings.next().value || this.#forWords.next().value || 0;
  }

  /** Gives the numbers of the rows that fit, the best first. */
  search(words: readonly SearchWord[], exchange: string, options: SearchOptions): number[] {
    const { limit = 20, fuzzy = true, ...filter } = options;
    const filters = [filter, ...(exchange ? [{ exchange }] : [])]
      .filter((each) => Object.values(each).some((value) => value !== undefined))
      .map((each) => rowFilter(this.#columns, each));
    const [word, ...more] = words;
    if (word && filters.length + more.length === 0 && word.text.length >= PrefixOrder.leastLength) {
      finish(this.#forBeginnings);
      const rows = this.#prefixes.first(word.text, limit);
      if (rows) return rows;
    }
    finish(this.#forWords);
    const isWanted = filters.length > 0 ? (row: number) => filters.every((passes) => passes(row)) : undefined;
    const matches = words
      .map((word) => new WordMatch(word, this.#columns, this.#marks, this.#titles))
      .sort(bySelectivity);
    const ranks: number[][] = Array.from({ length: 15 }, () => []);
    const found = this.#place(ranks, matches, words, isWanted);
    if (fuzzy && found < limit && words.some(({ slips }) => slips > 0)) this.#placeSlips(ranks, matches, isWanted);
    const chosen: number[] = [];
    for (const rank of ranks) if (chosen.length < limit) this.#order.choose(rank, chosen, limit);
    return chosen;
  }

  /** Puts the rows that all words fit into ranks; gives their number. */
  #place(
    ranks: number[][],
    matches: readonly WordMatch[],
    words: readonly SearchWord[],
    isWanted: Wanted | undefined,
  ): number {
    const odd = this.#columns.odd.size > 0 ? this.#columns.odd : undefined;
    const asked = words.map(({ text }) => text).join("");
    const [first, ...others] = matches;
    const fits = first?.fits() ?? new Uint8Array(0);
    let found = 0;
    for (let row = 0; row < fits.length; row += 1) {
      let least = fits[row] as number;
      if (least === NOT && !odd?.has(row)) continue;
      const other = odd?.get(row);
      let tier: number | undefined;
      if (other) tier = tierOf(searchRow(other), words);
      else {
        for (const match of others) if (least !== NOT) least = Math.min(least, match.fit(row));
        tier = least === NOT ? undefined : (this.#tierOfSymbol(row, asked) ?? (least === BEGINS ? 2 : 3));
      }
      if (tier === undefined || (isWanted && !isWanted(row))) continue;
      found += 1;
      ranks[tier * 3 + this.#kind(row)]?.push(row);
    }
    return found;
  }

  /** Puts the rows that all words fit, some of them but for slips, into the last ranks. */
  #placeSlips(ranks: readonly number[][], matches: readonly WordMatch[], isWanted: Wanted | undefined): void {
    const { odd, length } = this.#columns;
    const placed = new Set(ranks.flat());
    const words = matches.map(({ word }) => word);
    const [first, ...others] = matches;
    const fits = first?.fitsOrAlmost() ?? [];
    for (let row = 0; row < length; row += 1) {
      const other = odd.size > 0 && odd.get(row);
      let isFit = fits[row] !== NOT;
      if (other) {
        const texts = searchRow(other);
        isFit = words.every((word) => fitOf(word, texts) !== undefined || fitsAlmost(word, texts));
      } else {
        for (const match of others) isFit &&= match.fit(row) !== NOT || match.isAlmost(row);
      }
      if (!isFit || placed.has(row) || isWanted?.(row) === false) continue;
      ranks[slipTier * 3 + this.#kind(row)]?.push(row);
    }
  }

  /** 0 for the symbol itself, 1 for a symbol that begins so; blanks do not count. */
  #tierOfSymbol(row: number, asked: string): 0 | 1 | undefined {
    const { symbols, symbolOffset } = this.#columns;
    const end = symbolOffset[row + 1] as number;
    let index = 0;
    for (let at = symbolOffset[row] as number; at < end; at += 1) {
      const code = capitals[symbols[at] as number] as number;
      if (code === SPACE) continue;
      if (index === asked.length) return 1;
      if (code !== asked.charCodeAt(index)) return undefined;
      index += 1;
    }
    return index === asked.length ? 0 : undefined;
  }

  #kind(row: number): number {
    const odd = this.#columns.odd.size > 0 && this.#columns.odd.get(row);
    return odd ? kindOf(odd.instrument_type) : this.#columns.tail(row).kind;
  }
}

function* bothOf<Step>(one: Iterable<Step>, other: Iterable<Step>): Generator<Step, void, undefined> {
  yield* one;
  yield* other;
}

/** Does what is left of some work in one go, for one who cannot wait. */
function finish(steps: Iterator<unknown>): void {
  while (!steps.next().done);
}

type Wanted = (row: number) => boolean;

/** What few rows have comes first, since only those are looked at for the other words: a number, a rare word, a month at last. */
const bySelectivity = (one: WordMatch, other: WordMatch): number =>
  Number(one.word.expiryPart !== undefined) - Number(other.word.expiryPart !== undefined) ||
  Number(/^\d{3}/.test(other.word.text)) - Number(/^\d{3}/.test(one.word.text)) ||
  Number(one.isShared) - Number(other.isShared) ||
  one.namesFit - other.namesFit;
