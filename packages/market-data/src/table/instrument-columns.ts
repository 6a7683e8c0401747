import type { Instrument } from "@kite/models";
import { ByteStrings } from "./byte-strings.ts";
import { grown } from "./grown.ts";
import { asciiText } from "./hash.ts";
import { readTail, type Tail } from "./tail.ts";

const dayLength = 86_400_000;

/**
 * The rows of an instrument list, a typed array for each column: about 50 bytes a row. Names are kept once each, and so are the last
 * five cells of a row, of which there are some hundred different ones among a hundred thousand rows.
 */
export class InstrumentColumns {
  length = 0;
  token: Uint32Array = new Uint32Array(0);
  exchangeToken: Uint32Array = new Uint32Array(0);
  lastPrice: Float64Array = new Float64Array(0);
  strike: Float64Array = new Float64Array(0);
  /** Days since 1970; 0 for what does not expire. */
  expiry: Uint16Array = new Uint16Array(0);
  nameId: Uint32Array = new Uint32Array(0);
  tailId: Uint16Array = new Uint16Array(0);
  /** Where each symbol begins in `symbols`, and the end of the last one. */
  symbolOffset: Uint32Array = new Uint32Array(1);
  symbols: Uint8Array = new Uint8Array(0);
  names: ByteStrings = new ByteStrings();
  tails: ByteStrings = new ByteStrings();
  /** Rows that the columns cannot hold: a text beyond ASCII, a number that is too large. Their place in the columns is blank. */
  readonly odd: Map<number, Instrument> = new Map();
  readonly #tails: Tail[] = [];
  readonly #days: Map<number, string> = new Map();
  #knownExpiries: readonly number[] | undefined;

  /** Makes room for some more rows, with symbols of some bytes in all. */
  reserve(rows: number, bytes: number): void {
    const least = this.length + rows;
    if (least > this.token.length) {
      // A list that is longer than a piece or two is one of a hundred thousand rows: with each step the indexes are built anew.
      const size = this.token.length === 0 ? least : Math.max(least, 131_072, this.token.length * 2);
      for (const name of columnNames) this[name] = grown(this[name] as never, size) as never;
      this.symbolOffset = grown(this.symbolOffset, size + 1);
    }
    this.symbols = grown(this.symbols, (this.symbolOffset[this.length] as number) + bytes);
  }

  /** Gives back what was reserved for more. */
  trim(): void {
    for (const name of columnNames) this[name] = this[name].slice(0, this.length) as never;
    this.symbolOffset = this.symbolOffset.slice(0, this.length + 1);
    this.symbols = this.symbols.slice(0, this.symbolOffset[this.length]);
    this.names.trim();
    this.tails.trim();
  }

  /** Adds a row that has no place in the columns. */
  addOdd(instrument: Instrument): void {
    this.reserve(1, 0);
    const blank = this.tails.add(this.tails.bytes, 0, 0, 0);
    const row = this.length;
    this.nameId[row] = this.names.add(this.names.bytes, 0, 0, 0);
    this.tailId[row] = blank;
    this.symbolOffset[row + 1] = this.symbolOffset[row] as number;
    this.odd.set(row, instrument);
    this.length += 1;
  }

  symbol(row: number): string {
    return asciiText(this.symbols, this.symbolOffset[row] as number, this.symbolOffset[row + 1] as number);
  }

  tail(row: number): Tail {
    return this.tailOf(this.tailId[row] as number);
  }

  tailOf(id: number): Tail {
    this.#tails[id] ??= readTail(this.tails.text(id)) ?? noTail;
    return this.#tails[id];
  }

  /** The expiry as `yyyy-mm-dd`; null for what does not expire. */
  day(row: number): string | null {
    const days = this.expiry[row] as number;
    return days === 0 ? null : this.#dayOf(days);
  }

  /** By the cells after the strike: 1 for those that are wanted. */
  tailsWhere(isWanted: (tail: Tail) => boolean): Uint8Array {
    return Uint8Array.from({ length: this.tails.length }, (_, id) => (isWanted(this.tailOf(id)) ? 1 : 0));
  }

  /** By days since 1970: 1 for those on which something expires and that are wanted, written `yyyy-mm-dd`. */
  daysWhere(isWanted: (day: string) => boolean): Uint8Array {
    const wanted = new Uint8Array(2 ** 16);
    for (const days of this.#expiries()) if (isWanted(this.#dayOf(days))) wanted[days] = 1;
    return wanted;
  }

  /** The days on which something expires, each once; all rows must be there. */
  #expiries(): readonly number[] {
    if (this.#knownExpiries) return this.#knownExpiries;
    const seen = new Uint8Array(2 ** 16);
    for (let row = 0; row < this.length; row += 1) seen[this.expiry[row] as number] = 1;
    this.#knownExpiries = [...seen.keys()].filter((days) => days > 0 && seen[days] === 1);
    return this.#knownExpiries;
  }

  #dayOf(days: number): string {
    let day = this.#days.get(days);
    if (day === undefined) {
      day = new Date(days * dayLength).toISOString().slice(0, 10);
      this.#days.set(days, day);
    }
    return day;
  }

  /** Makes the row. */
  instrument(row: number): Instrument {
    const odd = this.odd.size > 0 && this.odd.get(row);
    if (odd) return odd;
    const { tick_size, lot_size, instrument_type, segment, exchange } = this.tail(row);
    return {
      instrument_token: this.token[row] as number,
      exchange_token: this.exchangeToken[row] as number,
      tradingsymbol: this.symbol(row),
      name: this.names.text(this.nameId[row] as number),
      last_price: this.lastPrice[row] as number,
      expiry: this.day(row),
      strike: this.strike[row] as number,
      tick_size,
      lot_size,
      instrument_type,
      segment,
      exchange,
    };
  }
}

/** The columns with a number for each row. */
export const columnNames: readonly (
  | "token"
  | "exchangeToken"
  | "lastPrice"
  | "strike"
  | "expiry"
  | "nameId"
  | "tailId"
)[] = ["token", "exchangeToken", "lastPrice", "strike", "expiry", "nameId", "tailId"];

const noTail: Tail = { tick_size: 0, lot_size: 0, instrument_type: "", segment: "", exchange: "", hash: 0, kind: 2 };
