import type { SearchWord } from "../../instruments/search-word.ts";
import { capitals, codesOf } from "./letters.ts";

/** Tells of bytes what `beginsAlmost` tells of texts, in capitals, without making one. */
export class SlipMatch {
  readonly #bytes: Uint8Array;
  readonly #word: Uint16Array;
  readonly #most: number;
  /** A bit for each letter of the word; letters and other characters may share one. */
  readonly #letters: number;
  /** Slips between a beginning of the word and every beginning of the text: of this letter, and of the two before it. */
  #rows: [Uint8Array, Uint8Array, Uint8Array];

  readonly #first: number;
  /** A longer beginning has more letters too many than are forgiven. */
  readonly #reach: number;
  /** Where the last text that was looked at stands, and whether it fits. */
  #knownStart = 0;
  #knownEnd = -1;
  #answer = false;

  constructor(bytes: Uint8Array, { text, slips: most }: SearchWord) {
    this.#bytes = bytes;
    this.#word = codesOf(text);
    this.#most = most;
    this.#first = this.#word[0] as number;
    this.#reach = text.length + most;
    this.#letters = this.#word.reduce((bits, code) => bits | (1 << code), 0);
    const row = () => new Uint8Array(this.#reach + 1);
    this.#rows = [row(), row(), row()];
  }

  /** Tells whether the word begins a text but for slips; the first letter must be right. */
  begins(start: number, end: number): boolean {
    if (start >= end || capitals[this.#bytes[start] as number] !== this.#first) return false;
    const last = Math.min(end, start + this.#reach);
    // Lists are sorted: most texts begin as the one before.
    if (!this.#isKnown(start, last)) this.#answer = this.#judge(start, last);
    this.#knownStart = start;
    this.#knownEnd = last;
    return this.#answer;
  }

  #isKnown(start: number, last: number): boolean {
    const bytes = this.#bytes;
    const apart = this.#knownStart - start;
    if (this.#knownEnd - last !== apart) return false;
    for (let at = last - 1; at >= start; at -= 1) if (bytes[at] !== bytes[at + apart]) return false;
    return true;
  }

  #judge(start: number, last: number): boolean {
    let missing = this.#letters;
    for (let at = start; at < last; at += 1) missing &= ~(1 << (this.#bytes[at] as number));
    // Each letter that is nowhere is a slip of its own.
    for (let slips = 0; missing !== 0; slips += 1) {
      if (slips === this.#most) return false;
      missing &= missing - 1;
    }
    return this.#slips(start, last - start) <= this.#most;
  }

  #slips(start: number, length: number): number {
    const word = this.#word;
    const bytes = this.#bytes;
    let [previous, row, before] = this.#rows;
    for (let j = 0; j <= length; j += 1) previous[j] = j;
    let least = 0;
    for (let i = 1; i <= word.length; i += 1) {
      row[0] = i;
      least = i;
      for (let j = 1; j <= length; j += 1) {
        const code = capitals[bytes[start + j - 1] as number];
        let slips = (previous[j - 1] as number) + (word[i - 1] === code ? 0 : 1);
        slips = Math.min(slips, (previous[j] as number) + 1, (row[j - 1] as number) + 1);
        const isSwapped =
          i > 1 && j > 1 && word[i - 2] === code && word[i - 1] === capitals[bytes[start + j - 2] as number];
        if (isSwapped) slips = Math.min(slips, (before[j - 2] as number) + 1);
        row[j] = slips;
        least = Math.min(least, slips);
      }
      if (least > this.#most) return least;
      [before, previous, row] = [previous, row, before];
    }
    return least;
  }
}
