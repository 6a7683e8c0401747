import type { InstrumentColumns } from "../instrument-columns.ts";
import { capitals } from "./letters.ts";
import { inSteps } from "./steps.ts";

/**
 * A number for each symbol whose bits say which pairs of letters it has: a symbol that lacks a pair of a word has not the word, so that
 * most need no look at their letters. Made with the first search.
 */
export class SymbolMarks {
  readonly marks: Uint32Array;
  /** The first letter of each symbol, in capitals. */
  readonly initials: Uint8Array;
  readonly #columns: InstrumentColumns;

  constructor(columns: InstrumentColumns) {
    this.#columns = columns;
    this.marks = new Uint32Array(columns.length);
    this.initials = new Uint8Array(columns.length);
  }

  fill(): Generator<number, void, undefined> {
    return inSteps(this.#columns.length, (from, to) => this.#mark(from, to));
  }

  #mark(from: number, to: number): void {
    const { symbols, symbolOffset } = this.#columns;
    for (let row = from; row < to; row += 1) {
      const end = symbolOffset[row + 1] as number;
      let at = symbolOffset[row] as number;
      let before = capitals[symbols[at] as number] as number;
      let mark = 0;
      this.initials[row] = before;
      for (at += 1; at < end; at += 1) {
        const code = capitals[symbols[at] as number] as number;
        mark |= pairBit(before, code);
        before = code;
      }
      this.marks[row] = mark;
    }
  }
}

const pairBit = (one: number, other: number): number => 1 << (one * 5 + other);

/** The bits of a word's pairs; none for a single letter. */
export function pairsOf(word: Uint16Array): number {
  let mark = 0;
  for (let index = 1; index < word.length; index += 1)
    mark |= pairBit(word[index - 1] as number, word[index] as number);
  return mark;
}
