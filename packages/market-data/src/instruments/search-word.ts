import type { Instrument } from "@kite/models";
import { beginsAlmost } from "./edit-distance.ts";

/** How well a word fits: 0 when it begins something, or is the whole of it; 1 when it is inside of something. */
export type WordFit = 0 | 1;

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** A word of a query in capitals, with what it may mean worked out once. */
export interface SearchWord {
  readonly text: string;
  /** Part of an expiry: `-08-` for AUG, `-08-28` for 28AUG, `2026-` for 2026. */
  readonly expiryPart: string | undefined;
  /** Slips that are forgiven. */
  readonly slips: number;
}

export function searchWord(text: string): SearchWord {
  const [, day = "", name = ""] = /^(\d{0,2})([A-Z]{3})$/.exec(text) ?? [];
  const month = months.indexOf(name) + 1;
  const inMonth = month > 0 ? `-${String(month).padStart(2, "0")}-${day ? day.padStart(2, "0") : ""}` : undefined;
  const expiryPart = /^20\d\d$/.test(text) ? `${text}-` : inMonth;
  // A short word with a slip fits almost anything, and a number with a slip is another number.
  const slips = /\d/.test(text) || text.length < 4 ? 0 : text.length < 8 ? 1 : 2;
  return { text, expiryPart, slips };
}

/** A row with its texts in capitals, worked out once for all words. */
export interface SearchRow {
  readonly instrument: Instrument;
  readonly symbol: string;
  readonly title: string;
}

export const searchRow = (instrument: Instrument): SearchRow => ({
  instrument,
  symbol: instrument.tradingsymbol.toUpperCase(),
  title: instrument.name.toUpperCase(),
});

/** Tells how well a word fits a row without slips; undefined when it does not. */
export function fitOf({ text, expiryPart }: SearchWord, row: SearchRow): WordFit | undefined {
  const { instrument, symbol, title } = row;
  if (symbol.startsWith(text) || title.startsWith(text) || title.includes(` ${text}`)) return 0;
  const { exchange, instrument_type, strike, expiry } = instrument;
  if (exchange === text || instrument_type === text || (strike !== 0 && String(strike) === text)) return 0;
  if (expiryPart !== undefined && expiry?.includes(expiryPart)) return 0;
  return symbol.includes(text) || title.includes(text) ? 1 : undefined;
}

/** Tells whether a word is the beginning of the symbol, or of a word of the name, but for slips. The first letter must be right. */
export function fitsAlmost({ text, slips }: SearchWord, { symbol, title }: SearchRow): boolean {
  if (slips === 0) return false;
  const [first = ""] = text;
  const fits = (word: string) => word.startsWith(first) && beginsAlmost(word, text, slips);
  return fits(symbol) || ((title.startsWith(first) || title.includes(` ${first}`)) && title.split(" ").some(fits));
}
