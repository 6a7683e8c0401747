import type { SearchOptions } from "../../instruments/search-instruments.ts";
import { tierOf } from "../../instruments/search-instruments.ts";
import { fitOf, fitsAlmost, type SearchWord, searchRow } from "../../instruments/search-word.ts";
import type { InstrumentColumns } from "../instrument-columns.ts";
import type { RowIndex } from "../row-index.ts";
import { kindOf } from "../tail.ts";
import { PrefixOrder } from "./prefix-order.ts";
import { rowFilter } from "./row-filter.ts";
import { RowOrder } from "./row-order.ts";
import { SearchTexts } from "./search-texts.ts";
import { BEGINS, NOT, WordMatch } from "./word-match.ts";

/** Tiers as `searchInstruments` has them: the last one is for slips. */
const slipTier = 4;

/** Searches the rows of columns, with the results of `searchInstruments`. */
export class TableSearch {
  readonly #columns: InstrumentColumns;
  readonly #texts: SearchTexts;
  readonly #order: RowOrder;
  readonly #index: RowIndex;
  #prefixes: PrefixOrder | undefined;

  constructor(columns: InstrumentColumns, index: RowIndex) {
    this.#columns = columns;
    this.#index = index;
    this.#texts = new SearchTexts(columns);
    this.#order = new RowOrder(columns);
  }

  /** Gives the numbers of the rows that fit, the best first. */
  search(words: readonly SearchWord[], exchange: string, options: SearchOptions): number[] {
    const { limit = 20, fuzzy = true, ...filter } = options;
    const filters = [filter, ...(exchange ? [{ exchange }] : [])]
      .filter((each) => Object.values(each).some((value) => value !== undefined))
      .map((each) => rowFilter(this.#columns, each));
    const [word, ...more] = words;
    if (word && filters.length + more.length === 0 && word.text.length >= PrefixOrder.leastLength) {
      this.#prefixes ??= new PrefixOrder(this.#columns, this.#texts, this.#index);
      const rows = this.#prefixes.first(word.text, limit);
      if (rows) return rows;
    }
    const isWanted = filters.length > 0 ? (row: number) => filters.every((passes) => passes(row)) : undefined;
    const matches = words.map((word) => new WordMatch(word, this.#columns, this.#texts)).sort(bySelectivity);
    const ranks: number[][] = Array.from({ length: 15 }, () => []);
    const found = this.#place(ranks, matches, words, isWanted);
    if (fuzzy && found < limit) this.#placeSlips(ranks, matches, isWanted);
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
    const fits = first?.fits() ?? [];
    for (let row = 0; row < length; row += 1) {
      const other = odd.size > 0 && odd.get(row);
      if (other) {
        const texts = searchRow(other);
        const isFit = words.every((word) => fitOf(word, texts) !== undefined || fitsAlmost(word, texts));
        if (!isFit || placed.has(row) || isWanted?.(row) === false) continue;
      } else if (
        (fits[row] === NOT && !first?.isAlmost(row)) ||
        placed.has(row) ||
        isWanted?.(row) === false ||
        !others.every((match) => match.fit(row) !== NOT || match.isAlmost(row))
      ) {
        continue;
      }
      ranks[slipTier * 3 + this.#kind(row)]?.push(row);
    }
  }

  /** 0 for the symbol itself, 1 for a symbol that begins so; blanks do not count. */
  #tierOfSymbol(row: number, asked: string): 0 | 1 | undefined {
    const { symbols } = this.#texts;
    const end = this.#texts.symbolStart(row + 1) - 1;
    let index = 0;
    for (let at = this.#texts.symbolStart(row); at < end; at += 1) {
      const code = symbols.charCodeAt(at);
      if (code === 32) continue;
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

type Wanted = (row: number) => boolean;

/** What few rows have comes first, since only those are looked at for the other words: a number, a long word, a month at last. */
const bySelectivity = (one: WordMatch, other: WordMatch): number =>
  Number(one.word.expiryPart !== undefined) - Number(other.word.expiryPart !== undefined) ||
  Number(/^\d{3}/.test(other.word.text)) - Number(/^\d{3}/.test(one.word.text)) ||
  other.word.text.length - one.word.text.length;
