import { hashByte, hashText, spread } from "./hash.ts";
import type { InstrumentColumns } from "./instrument-columns.ts";

/**
 * Finds rows by token, and by exchange and symbol: two hash tables with open addressing. A slot holds the number of a row plus one. Of
 * rows with the same key the first is found, because it was put in first.
 */
export class RowIndex {
  readonly #columns: InstrumentColumns;
  tokens: Uint32Array;
  symbols: Uint32Array;
  /** Rows that are in the tables. */
  #known: number;
  #shift = 0;

  constructor(columns: InstrumentColumns, tokens?: Uint32Array, symbols?: Uint32Array) {
    this.#columns = columns;
    this.tokens = tokens ?? new Uint32Array(1);
    this.symbols = symbols ?? new Uint32Array(1);
    this.#known = tokens ? columns.length : 0;
    this.#shift = 32 - Math.log2(this.tokens.length);
  }

  /** Takes in the rows that have come to the columns since the last time. */
  update(): void {
    const { length, odd } = this.#columns;
    if (length * 2 > this.tokens.length) {
      // As large as the columns' room, so that tables and columns grow together.
      const bits = Math.ceil(Math.log2(Math.max(this.#columns.token.length, length) * 2));
      this.tokens = new Uint32Array(2 ** bits);
      this.symbols = new Uint32Array(2 ** bits);
      this.#shift = 32 - bits;
      this.#known = 0;
    }
    for (let row = this.#known; row < length; row += 1) {
      if (odd.size > 0 && odd.has(row)) continue;
      put(this.tokens, spread(this.#columns.token[row] as number) >>> this.#shift, row);
      put(this.symbols, spread(this.#symbolHash(row)) >>> this.#shift, row);
    }
    this.#known = length;
  }

  /** Gives the row of a token, -1 when there is none. */
  rowOfToken(token: number): number {
    const { token: tokens } = this.#columns;
    const slots = this.tokens;
    let slot = spread(token) >>> this.#shift;
    for (let held = slots[slot] as number; held > 0; held = slots[slot] as number) {
      if (tokens[held - 1] === token) return held - 1;
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  /** Gives the row of `exchange:symbol`, -1 when there is none. */
  rowOfKey(key: string): number {
    const colon = key.indexOf(":");
    if (colon === -1) return -1;
    const columns = this.#columns;
    const { symbols, symbolOffset } = columns;
    const slots = this.symbols;
    const length = key.length - colon - 1;
    const exchangeHash = spread(hashText(key, 0, colon));
    let slot = spread(hashText(key, colon + 1) ^ exchangeHash) >>> this.#shift;
    next: for (let held = slots[slot] as number; held > 0; held = slots[slot] as number) {
      const row = held - 1;
      slot = (slot + 1) & (slots.length - 1);
      const offset = symbolOffset[row] as number;
      if ((symbolOffset[held] as number) - offset !== length) continue;
      for (let index = length - 1; index >= 0; index -= 1) {
        if (symbols[offset + index] !== key.charCodeAt(colon + 1 + index)) continue next;
      }
      const { exchange } = columns.tail(row);
      if (exchange.length === colon && key.startsWith(exchange)) return row;
    }
    return -1;
  }

  #symbolHash(row: number): number {
    const { symbols, symbolOffset } = this.#columns;
    const end = symbolOffset[row + 1] as number;
    let hash = 0;
    for (let index = symbolOffset[row] as number; index < end; index += 1) {
      hash = hashByte(hash, symbols[index] as number);
    }
    return hash ^ this.#columns.tail(row).hash;
  }
}

function put(slots: Uint32Array, home: number, row: number): void {
  let slot = home;
  while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = row + 1;
}
