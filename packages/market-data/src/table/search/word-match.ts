import type { SearchWord } from "../../instruments/search-word.ts";
import type { InstrumentColumns } from "../instrument-columns.ts";
import { codesOf, placeIn } from "./letters.ts";
import { takeFigures, writeEqual, writeMarked } from "./row-loops.ts";
import { SlipMatch } from "./slip-match.ts";
import { pairsOf, type SymbolMarks } from "./symbol-marks.ts";
import type { TitleWords } from "./title-words.ts";

/** How a word fits: not at all, in the middle of something, or at its beginning. */
export const NOT = 0;
const INSIDE = 1;
export const BEGINS = 2;

/** Says how a word of a query fits rows. What rows share is looked at once: names, the cells after the strike, days of expiry. */
export class WordMatch {
  readonly word: SearchWord;
  /** Names that have the word. */
  readonly namesFit: number;
  /** True for an exchange, or a type of instruments. */
  readonly isShared: boolean;
  readonly #columns: InstrumentColumns;
  readonly #marks: SymbolMarks;
  readonly #titles: TitleWords;
  readonly #codes: Uint16Array;
  readonly #pairs: number;
  /** How the word fits each name. */
  readonly #names: Uint8Array;
  /** By the cells after the strike: 1 where the word is the exchange or the type. */
  readonly #tails: Uint8Array;
  /** By day of expiry: 1 where the word is part of it. Null for a word that is part of none. */
  readonly #days: Uint8Array | null;
  /** The strike that is written like the word. */
  readonly #strike: number;
  #fits: Uint8Array | undefined;
  #slips: SlipMatch | undefined;
  #almostNames: Uint8Array | undefined;

  constructor(word: SearchWord, columns: InstrumentColumns, marks: SymbolMarks, titles: TitleWords) {
    this.word = word;
    this.#columns = columns;
    this.#marks = marks;
    this.#titles = titles;
    this.#codes = codesOf(word.text);
    this.#pairs = pairsOf(this.#codes);
    this.#strike = Number(word.text) !== 0 && String(Number(word.text)) === word.text ? Number(word.text) : Number.NaN;
    const words = this.#fitWords();
    this.#names = titles.best(words);
    this.namesFit = titles.count(words);
    this.#tails = columns.tailsWhere(
      ({ exchange, instrument_type }) => exchange === word.text || instrument_type === word.text,
    );
    this.isShared = this.#tails.includes(1);
    const { expiryPart } = word;
    this.#days = expiryPart === undefined ? null : columns.daysWhere((day) => day.includes(expiryPart));
  }

  /** How the word fits a row. */
  fit(row: number): number {
    const { nameId, tailId, strike, expiry } = this.#columns;
    const fit = this.#names[nameId[row] as number] as number;
    const isFact = this.#tails[tailId[row] as number] === 1 || strike[row] === this.#strike;
    if (fit === BEGINS || isFact || this.#days?.[expiry[row] as number] === 1) return BEGINS;
    return Math.max(fit, this.#fitSymbol(row));
  }

  /** How the word fits each row. */
  fits(): Uint8Array {
    this.#fits ??= this.#fitAll();
    return this.#fits;
  }

  /** Tells whether a row has the word but for slips. */
  isAlmost(row: number): boolean {
    if (this.word.slips === 0) return false;
    if (this.#namesWithSlips()[this.#columns.nameId[row] as number] === 1) return true;
    const { symbolOffset } = this.#columns;
    return this.#symbolSlips().begins(symbolOffset[row] as number, symbolOffset[row + 1] as number);
  }

  /** For each row whether it has the word, with slips or without. */
  fitsOrAlmost(): Uint8Array {
    const fits = this.fits().slice();
    if (this.word.slips === 0) return fits;
    const names = this.#namesWithSlips();
    if (names.includes(1)) writeMarked(fits, BEGINS, names, this.#columns.nameId);
    this.#addSymbolsWithSlips(fits, this.#symbolSlips());
    return fits;
  }

  /** The same for all rows as `fit` for one, a column after the other. */
  #fitAll(): Uint8Array {
    const { length, nameId, tailId, strike, expiry } = this.#columns;
    const fits = new Uint8Array(length);
    if (this.namesFit > 0) takeFigures(fits, this.#names, nameId);
    if (this.isShared) writeMarked(fits, BEGINS, this.#tails, tailId);
    if (!Number.isNaN(this.#strike)) writeEqual(fits, BEGINS, this.#strike, strike);
    if (this.#days) writeMarked(fits, BEGINS, this.#days, expiry);
    this.#addSymbols(fits);
    return fits;
  }

  #addSymbols(fits: Uint8Array): void {
    const { marks } = this.#marks;
    const pairs = this.#pairs;
    for (let row = 0; row < fits.length; row += 1) {
      if (((marks[row] as number) & pairs) !== pairs || fits[row] === BEGINS) continue;
      const fit = this.#fitSymbol(row);
      if (fit > (fits[row] as number)) fits[row] = fit;
    }
  }

  #addSymbolsWithSlips(fits: Uint8Array, slips: SlipMatch): void {
    const { symbolOffset } = this.#columns;
    const { initials } = this.#marks;
    const first = this.#codes[0];
    for (let row = 0; row < fits.length; row += 1) {
      if (initials[row] !== first || fits[row] !== NOT) continue;
      if (slips.begins(symbolOffset[row] as number, symbolOffset[row + 1] as number)) fits[row] = BEGINS;
    }
  }

  #fitSymbol(row: number): number {
    if (((this.#marks.marks[row] as number) & this.#pairs) !== this.#pairs) return NOT;
    const { symbols, symbolOffset } = this.#columns;
    const start = symbolOffset[row] as number;
    const place = placeIn(symbols, start, symbolOffset[row + 1] as number, this.#codes);
    return place === -1 ? NOT : place === start ? BEGINS : INSIDE;
  }

  #fitWords(): Uint8Array {
    const { bytes, offsets } = this.#titles;
    const fits = new Uint8Array(offsets.length - 1);
    for (let id = 0; id < fits.length; id += 1) {
      const start = offsets[id] as number;
      const place = placeIn(bytes, start, offsets[id + 1] as number, this.#codes);
      if (place !== -1) fits[id] = place === start ? BEGINS : INSIDE;
    }
    return fits;
  }

  /** By name: 1 where a word of it begins with this one but for slips. */
  #namesWithSlips(): Uint8Array {
    this.#almostNames ??= this.#titles.best(this.#wordsWithSlips());
    return this.#almostNames;
  }

  #wordsWithSlips(): Uint8Array {
    const { bytes, offsets } = this.#titles;
    const slips = new SlipMatch(bytes, this.word);
    const words = new Uint8Array(offsets.length - 1);
    for (let id = 0; id < words.length; id += 1) {
      if (slips.begins(offsets[id] as number, offsets[id + 1] as number)) words[id] = 1;
    }
    return words;
  }

  #symbolSlips(): SlipMatch {
    this.#slips ??= new SlipMatch(this.#columns.symbols, this.word);
    return this.#slips;
  }
}
