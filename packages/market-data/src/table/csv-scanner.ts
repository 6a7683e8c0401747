import { hashByte } from "./hash.ts";
import type { InstrumentColumns } from "./instrument-columns.ts";
import { readTail } from "./tail.ts";

const [LF, CR, QUOTE, COMMA, MINUS, DOT, NINE] = [10, 13, 34, 44, 45, 46, 57];
const [SPACE, LAST_PRINTED] = [32, 126];
const dayLength = 86_400_000;
const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * Reads rows of the list as Kite writes it from bytes into columns, without making a text or an object for a row: numbers digit by digit,
 * names and the cells after the strike by their hash.
 */
export class CsvScanner {
  readonly #columns: InstrumentColumns;
  /** First byte of a line end. */
  readonly #lineEnd: number;
  /** Where the cell after the number that was read last begins. */
  #at = 0;
  /** By tail: whether its cells are as usual. */
  readonly #good: boolean[] = [];
  #lastDate = 0;
  #lastDay = 0;
  #unescaped: Uint8Array = new Uint8Array(64);

  /** `lineEnd` is what the lines of this list end with. */
  constructor(columns: InstrumentColumns, lineEnd: "\n" | "\r\n") {
    this.#columns = columns;
    this.#lineEnd = lineEnd === "\n" ? LF : CR;
  }

  /**
   * Reads the row that begins at a place, and gives the place after its line end. Gives -1, and adds no row, for one
   * that is not whole, or in any way not as usual: cells beyond ASCII, another number of cells, quotes elsewhere than around the
   * name, a number of more than 15 digits. The bytes must end with LF.
   */
  readRow(bytes: Uint8Array, start: number): number {
    const columns = this.#columns;
    const row = columns.length;
    const token = this.#count(bytes, start);
    const exchangeToken = token < 0 ? -1 : this.#count(bytes, this.#at);
    if (exchangeToken < 0) return -1;

    const { symbols } = columns;
    let at = this.#at;
    const offset = columns.symbolOffset[row] as number;
    let end = offset;
    let byte = bytes[at] as number;
    if (byte === QUOTE) return -1;
    while (byte !== COMMA) {
      if (byte < SPACE || byte > LAST_PRINTED) return -1;
      symbols[end] = byte;
      end += 1;
      at += 1;
      byte = bytes[at] as number;
    }

    const nameId = this.#name(bytes, at + 1);
    if (nameId < 0) return -1;
    const lastPrice = this.#decimal(bytes, this.#at);
    const expiry = this.#day(bytes, this.#at);
    if (expiry < 0) return -1;
    const strike = bytes[this.#at] === COMMA ? this.#empty() : this.#decimal(bytes, this.#at);
    // NaN is not as usual either.
    if (!(lastPrice - strike < Number.POSITIVE_INFINITY)) return -1;

    const tailStart = this.#at;
    let hash = 0;
    at = tailStart;
    byte = bytes[at] as number;
    while (byte >= SPACE) {
      if (byte === QUOTE || byte > LAST_PRINTED) return -1;
      hash = hashByte(hash, byte);
      at += 1;
      byte = bytes[at] as number;
    }
    if (byte !== this.#lineEnd || (byte === CR && bytes[at + 1] !== LF)) return -1;
    const tailId = columns.tails.add(bytes, tailStart, at, hash);
    if (!this.#good[tailId] && !this.#judge(tailId)) return -1;

    columns.token[row] = token;
    columns.exchangeToken[row] = exchangeToken;
    columns.symbolOffset[row + 1] = end;
    columns.nameId[row] = nameId;
    columns.lastPrice[row] = lastPrice;
    columns.expiry[row] = expiry;
    columns.strike[row] = strike;
    columns.tailId[row] = tailId;
    columns.length = row + 1;
    return at + (byte === CR ? 2 : 1);
  }

  /** Looks at cells after the strike that are new. What is no tail stays among them, but no row has it. */
  #judge(tailId: number): boolean {
    const good = tailId <= 65_535 && readTail(this.#columns.tails.text(tailId)) !== undefined;
    this.#good[tailId] = good;
    return good;
  }

  /** Reads digits up to a comma. -1 when they are none, or more than a column holds. */
  #count(bytes: Uint8Array, start: number): number {
    let at = start;
    let value = 0;
    let digit = (bytes[at] as number) - 48;
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      at += 1;
      digit = (bytes[at] as number) - 48;
    }
    const digits = at - start;
    if (digits === 0 || digits > 10 || value > 4_294_967_295 || bytes[at] !== COMMA) return -1;
    this.#at = at + 1;
    return value;
  }

  /** Reads a number up to a comma: NaN when it is none, or has more digits than a double is sure to hold. */
  #decimal(bytes: Uint8Array, start: number): number {
    const negative = bytes[start] === MINUS;
    const first = negative ? start + 1 : start;
    let at = first;
    let value = 0;
    let point = -1;
    let byte = bytes[at] as number;
    while (byte !== COMMA) {
      if (byte >= 48 && byte <= NINE) value = value * 10 + byte - 48;
      else if (byte === DOT && point < 0 && at > first) point = at;
      else return Number.NaN;
      at += 1;
      byte = bytes[at] as number;
    }
    const decimals = point < 0 ? 0 : at - point - 1;
    if (at === first || at - first > 15 || (point >= 0 && decimals === 0)) return Number.NaN;
    this.#at = at + 1;
    // Both are exact, so the quotient is the double that is nearest to the text.
    if (decimals > 0) value /= powers[decimals] as number;
    return negative ? -value : value;
  }

  #empty(): number {
    this.#at += 1;
    return 0;
  }

  /** Reads `yyyy-mm-dd` and a comma, or the comma alone, as days since 1970. -1 for what is no day of the calendar. */
  #day(bytes: Uint8Array, start: number): number {
    if (bytes[start] === COMMA) {
      this.#at = start + 1;
      return 0;
    }
    let date = 0;
    for (let index = 0; index < 10; index += 1) {
      const byte = bytes[start + index] as number;
      if (index === 4 || index === 7) {
        if (byte !== MINUS) return -1;
      } else if (byte >= 48 && byte <= NINE) date = date * 10 + byte - 48;
      else return -1;
    }
    if (bytes[start + 10] !== COMMA) return -1;
    this.#at = start + 11;
    if (date === this.#lastDate) return this.#lastDay;
    const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
    const time = new Date(Date.UTC(year, month - 1, day));
    const days = time.getTime() / dayLength;
    const exists = time.getUTCMonth() === month - 1 && time.getUTCDate() === day && time.getUTCFullYear() === year;
    if (!exists || days < 1 || days > 65_535) return -1;
    this.#lastDate = date;
    this.#lastDay = days;
    return days;
  }

  /** Reads a name, quoted or not, and a comma; gives its id, or -1. */
  #name(bytes: Uint8Array, start: number): number {
    const { names } = this.#columns;
    let at = start;
    let hash = 0;
    let byte = bytes[at] as number;
    if (byte !== QUOTE) {
      while (byte !== COMMA) {
        if (byte < SPACE || byte > LAST_PRINTED) return -1;
        hash = hashByte(hash, byte);
        at += 1;
        byte = bytes[at] as number;
      }
      this.#at = at + 1;
      return names.add(bytes, start, at, hash);
    }
    let doubled = 0;
    at += 1;
    for (;;) {
      byte = bytes[at] as number;
      if (byte < SPACE || byte > LAST_PRINTED) return -1;
      at += 1;
      if (byte === QUOTE) {
        if (bytes[at] !== QUOTE) break;
        at += 1;
        doubled += 1;
      }
      hash = hashByte(hash, byte);
    }
    if (bytes[at] !== COMMA) return -1;
    this.#at = at + 1;
    return doubled === 0 ? names.add(bytes, start + 1, at - 1, hash) : this.#unescape(bytes, start + 1, at - 1, hash);
  }

  #unescape(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (this.#unescaped.length < end - start) this.#unescaped = new Uint8Array(end - start);
    let length = 0;
    for (let at = start; at < end; at += 1) {
      this.#unescaped[length] = bytes[at] as number;
      length += 1;
      if (bytes[at] === QUOTE) at += 1;
    }
    return this.#columns.names.add(this.#unescaped, 0, length, hash);
  }
}
