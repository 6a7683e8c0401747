import { beginsAlmost } from "../../instruments/edit-distance.ts";
import type { SearchWord } from "../../instruments/search-word.ts";
import type { InstrumentColumns } from "../instrument-columns.ts";
import type { SearchTexts } from "./search-texts.ts";

/** How a word fits: not at all, in the middle of something, or at its beginning. */
export const NOT = 0;
const INSIDE = 1;
export const BEGINS = 2;

/** Says how a word of a query fits rows. What rows share is looked at once: names, the cells after the strike, days of expiry. */
export class WordMatch {
  readonly word: SearchWord;
  readonly #columns: InstrumentColumns;
  readonly #texts: SearchTexts;
  readonly #names: Uint8Array;
  readonly #tails: (boolean | undefined)[] = [];
  readonly #days: (boolean | undefined)[] = [false];
  /** The strike that is written like the word. */
  readonly #strike: number;
  readonly #slips: Map<string, boolean> = new Map();
  #fits: Uint8Array | undefined;
  #almostNames: Uint8Array | undefined;

  constructor(word: SearchWord, columns: InstrumentColumns, texts: SearchTexts) {
    this.word = word;
    this.#columns = columns;
    this.#texts = texts;
    this.#names = new Uint8Array(columns.names.length);
    this.#strike = Number(word.text) !== 0 && String(Number(word.text)) === word.text ? Number(word.text) : Number.NaN;
    const { titles, titleStarts } = texts;
    let id = 0;
    for (let at = titles.indexOf(word.text); at !== -1; at = titles.indexOf(word.text, at + 1)) {
      while ((titleStarts[id + 1] as number) <= at) id += 1;
      const before = titles.charCodeAt(at - 1);
      const fit = before === 10 || before === 32 ? BEGINS : INSIDE;
      if (fit > (this.#names[id] as number)) this.#names[id] = fit;
    }
  }

  /** How the word fits a row. */
  fit(row: number): number {
    const fit = this.#fitBesidesSymbol(row);
    if (fit === BEGINS) return BEGINS;
    const { text } = this.word;
    const { symbols } = this.#texts;
    const start = this.#texts.symbolStart(row);
    if (symbols.startsWith(text, start)) return BEGINS;
    if (fit === INSIDE) return INSIDE;
    const last = this.#texts.symbolStart(row + 1) - 1 - text.length;
    for (let at = start + 1; at <= last; at += 1) {
      if (symbols.charCodeAt(at) === text.charCodeAt(0) && symbols.startsWith(text, at)) return INSIDE;
    }
    return NOT;
  }

  /** How the word fits each row. */
  fits(): Uint8Array {
    this.#fits ??= this.#fitAll();
    return this.#fits;
  }

  #fitAll(): Uint8Array {
    const { length, nameId, tails, tailId } = this.#columns;
    const fits = new Uint8Array(length);
    const names = this.#names;
    for (let row = 0; row < length; row += 1) fits[row] = names[nameId[row] as number] as number;
    const hasTail = Array.from({ length: tails.length }, (_, id) => this.#isTail(id)).includes(true);
    if (hasTail || this.word.expiryPart !== undefined || !Number.isNaN(this.#strike)) {
      for (let row = 0; row < length; row += 1) if (this.#fitsFact(row, tailId[row] as number)) fits[row] = BEGINS;
    }
    const { symbols } = this.#texts;
    const { symbolOffset } = this.#columns;
    const { text } = this.word;
    let row = 0;
    for (let at = symbols.indexOf(text); at !== -1; at = symbols.indexOf(text, at + 1)) {
      // Where the line of the next row begins.
      while ((symbolOffset[row + 1] as number) + row + 2 <= at) row += 1;
      const fit = symbols.charCodeAt(at - 1) === 10 ? BEGINS : INSIDE;
      if (fit > (fits[row] as number)) fits[row] = fit;
    }
    return fits;
  }

  /** Tells whether a row has the word but for slips. */
  isAlmost(row: number): boolean {
    const { text, slips } = this.word;
    if (slips === 0) return false;
    this.#almostNames ??= this.#namesWithSlips();
    if (this.#almostNames[this.#columns.nameId[row] as number]) return true;
    const { symbols } = this.#texts;
    const start = this.#texts.symbolStart(row);
    if (symbols.charCodeAt(start) !== text.charCodeAt(0)) return false;
    return this.#beginsAlmost(
      symbols.slice(start, Math.min(start + text.length + slips, this.#texts.symbolStart(row + 1) - 1)),
    );
  }

  #fitBesidesSymbol(row: number): number {
    const name = this.#names[this.#columns.nameId[row] as number] as number;
    return name !== BEGINS && this.#fitsFact(row, this.#columns.tailId[row] as number) ? BEGINS : name;
  }

  /** Tells whether the word is the strike, exchange or type, or part of the expiry. */
  #fitsFact(row: number, tailId: number): boolean {
    const isFact = this.#columns.strike[row] === this.#strike || this.#isTail(tailId);
    return isFact || (this.word.expiryPart !== undefined && this.#fitsDay(row));
  }

  #isTail(id: number): boolean {
    const known = this.#tails[id];
    if (known !== undefined) return known;
    const { exchange, instrument_type } = this.#columns.tailOf(id);
    const fits = exchange === this.word.text || instrument_type === this.word.text;
    this.#tails[id] = fits;
    return fits;
  }

  #fitsDay(row: number): boolean {
    const days = this.#columns.expiry[row] as number;
    this.#days[days] ??= this.#columns.day(row)?.includes(this.word.expiryPart ?? " ") ?? false;
    return this.#days[days];
  }

  /** By name: whether a word of it begins with the word of the query but for slips. */
  #namesWithSlips(): Uint8Array {
    const { titles, titleStarts } = this.#texts;
    const { text, slips } = this.word;
    const names = new Uint8Array(this.#names.length);
    for (const before of ["\n", " "]) {
      const beginning = before + (text[0] ?? "");
      let id = 0;
      for (let at = titles.indexOf(beginning); at !== -1; at = titles.indexOf(beginning, at + 1)) {
        while ((titleStarts[id + 1] as number) <= at + 1) id += 1;
        const [word = ""] = titles.slice(at + 1, at + 1 + text.length + slips).split(/[ \n]/, 1);
        if (this.#beginsAlmost(word)) names[id] = 1;
      }
    }
    return names;
  }

  /** Many rows begin with the same letters. */
  #beginsAlmost(beginning: string): boolean {
    let known = this.#slips.get(beginning);
    if (known === undefined) {
      known = beginsAlmost(beginning, this.word.text, this.word.slips);
      this.#slips.set(beginning, known);
    }
    return known;
  }
}
