import { asciiText } from "../hash.ts";
import type { InstrumentColumns } from "../instrument-columns.ts";

/**
 * All names and all symbols in capitals, each kind in one text with a line for each, so that the engine's own search for a text goes
 * through all of them at once. Made with the first search.
 */
export class SearchTexts {
  readonly symbols: string;
  readonly titles: string;
  /** Where the line of each name begins. */
  readonly titleStarts: Uint32Array;
  readonly #columns: InstrumentColumns;

  constructor(columns: InstrumentColumns) {
    this.#columns = columns;
    const { names, length } = columns;
    this.symbols = lines(columns.symbols, columns.symbolOffset, length);
    this.titles = lines(names.bytes, names.offsets, names.length);
    this.titleStarts = Uint32Array.from(
      { length: names.length + 1 },
      (_, id) => (names.offsets[id] as number) + id + 1,
    );
  }

  /** Where the line of a row's symbol begins: a line end stands before each. */
  symbolStart(row: number): number {
    return (this.#columns.symbolOffset[row] as number) + row + 1;
  }

  symbol(row: number): string {
    return this.symbols.slice(this.symbolStart(row), this.symbolStart(row + 1) - 1);
  }

  title(row: number): string {
    const id = this.#columns.nameId[row] as number;
    return this.titles.slice(this.titleStarts[id], (this.titleStarts[id + 1] as number) - 1);
  }
}

/** Texts, each after a line end, in capitals, and one more line end. */
function lines(bytes: Uint8Array, offsets: Uint32Array, length: number): string {
  const end = offsets[length] as number;
  const all = new Uint8Array(end + length + 1).fill(10);
  for (let index = 0; index < length; index += 1) {
    const next = offsets[index + 1] as number;
    for (let at = offsets[index] as number; at < next; at += 1) {
      const byte = bytes[at] as number;
      all[at + index + 1] = byte >= 97 && byte <= 122 ? byte - 32 : byte;
    }
  }
  return all.length < 1_000 ? asciiText(all, 0, all.length) : new TextDecoder().decode(all);
}
