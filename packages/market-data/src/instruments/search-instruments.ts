import { invalidInput, requireQuantity } from "@kite/core";
import type { Instrument } from "@kite/models";
import { named } from "../named.ts";
import { engineOf } from "./engine.ts";
import { type InstrumentFilter, passes } from "./instrument-filter.ts";
import type { Instruments } from "./instruments.ts";
import { fitOf, fitsAlmost, type SearchRow, type SearchWord, searchRow, searchWord } from "./search-word.ts";

export interface SearchOptions extends InstrumentFilter {
  /** Most results. Default 20. */
  readonly limit?: number | undefined;
  /** Whether spelling slips are forgiven where better results are fewer than `limit`. Default true. */
  readonly fuzzy?: boolean | undefined;
}

/**
 * Searches by anything a person types: a symbol or its beginning (`infy`), words of the name (`tata mot`), a contract
 * (`nifty 24500 ce aug`, `reliance fut`), a key (`NSE:INFY`), also with a slip (`relaince`). Capitals do not matter.
 *
 * Every word must fit: the symbol, the name, exchange, type, strike, or month, day and year of the expiry. The best comes
 * first: the symbol itself, symbols that begin so, words that begin something, words inside of something, slips; among equals
 * shares before futures before options, then the earlier expiry.
 *
 * Throws `InvalidInput` for a query that is no text, and for a limit below 1.
 */
export function searchInstruments(instruments: Instruments, query: string, options: SearchOptions = {}): Instrument[] {
  const { limit = 20, fuzzy = true, ...filter } = options;
  named("searchInstruments", () => {
    requireQuantity("limit", limit);
    if (typeof query !== "string") throw invalidInput("query", "must be a text");
  });
  const [, exchange, text = ""] = /^(?:\s*(\w+):)?(.*)$/s.exec(query.toUpperCase()) ?? [];
  const words = text.split(/\s+/).filter(Boolean).map(searchWord);
  if (words.length === 0) return [];
  const { search } = engineOf(instruments);
  if (search) return search(words, exchange ?? "", options);
  const ranks: Instrument[][] = [];
  const rest: SearchRow[] = [];
  let found = 0;
  for (const instrument of instruments) {
    if ((exchange && instrument.exchange !== exchange) || !passes(instrument, filter)) continue;
    const row = searchRow(instrument);
    const tier = tierOf(row, words);
    if (tier === undefined) rest.push(row);
    else {
      found += 1;
      place(ranks, tier, instrument);
    }
  }
  if (fuzzy && found < limit) {
    for (const row of rest) if (fitsWithSlips(row, words)) place(ranks, slipTier, row.instrument);
  }
  return best(ranks, limit);
}

const slipTier = 4;

/** 0: the symbol itself, 1: a symbol that begins so, 2: all words begin something, 3: all words are inside of something. */
export function tierOf(row: SearchRow, words: readonly SearchWord[]): number | undefined {
  let worst = 0;
  for (const word of words) {
    const fit = fitOf(word, row);
    if (fit === undefined) return undefined;
    worst = Math.max(worst, fit);
  }
  const symbol = row.symbol.replaceAll(" ", "");
  const asked = words.map(({ text }) => text).join("");
  if (symbol === asked) return 0;
  if (symbol.startsWith(asked)) return 1;
  return 2 + worst;
}

const fitsWithSlips = (row: SearchRow, words: readonly SearchWord[]): boolean =>
  words.every((word) => fitOf(word, row) !== undefined || fitsAlmost(word, row));

function place(ranks: Instrument[][], tier: number, instrument: Instrument): void {
  const kinds = ["EQ", "FUT"];
  const kind = kinds.indexOf(instrument.instrument_type);
  const rank = tier * 3 + (kind === -1 ? 2 : kind);
  ranks[rank] ??= [];
  ranks[rank].push(instrument);
}

/** Sorts only the ranks that are needed: a name can have thousands of options. */
function best(ranks: readonly (Instrument[] | undefined)[], limit: number): Instrument[] {
  const chosen: Instrument[] = [];
  for (const rank of ranks) {
    if (!rank) continue;
    if (chosen.length >= limit) break;
    chosen.push(...rank.sort(inRank).slice(0, limit - chosen.length));
  }
  return chosen;
}

const exchangeOrder = ["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"];
const placeOf = ({ exchange }: Instrument): number => (exchangeOrder.indexOf(exchange) + 99) % 99;

function inRank(one: Instrument, other: Instrument): number {
  return (
    compare(one.expiry ?? "", other.expiry ?? "") ||
    one.tradingsymbol.length - other.tradingsymbol.length ||
    placeOf(one) - placeOf(other) ||
    compare(one.tradingsymbol, other.tradingsymbol)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
