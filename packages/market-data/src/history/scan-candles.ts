import { midnight } from "../calendar/ist-day.ts";
import type { CandleColumns } from "./candle-columns.ts";

const [QUOTE, COMMA, PLUS, MINUS, DOT, ZERO, NINE, COLON] = [34, 44, 43, 45, 46, 48, 57, 58];
const [SPACE, LF, T, OPEN, CLOSE] = [32, 10, 84, 91, 93];
const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
/** Bytes of the shortest row there can be, the comma after it included. */
const shortestRow = 39;
const beginning = /^\s*\{\s*"status"\s*:\s*"success"\s*,\s*"data"\s*:\s*\{\s*"candles"\s*:\s*\[/;
const ending = /^[ \t\r\n]*\}[ \t\r\n]*\}[ \t\r\n]*$/;

/**
 * Reads an answer with candles from its bytes straight into columns. The numbers are those that `JSON.parse` gives. Undefined for what is
 * not as usual in any way: then it is for `JSON.parse` to tell what it is.
 */
export function scanCandles(bytes: Uint8Array): CandleColumns | undefined {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const [start] = beginning.exec(decoder.decode(bytes.subarray(0, 200))) ?? [];
  // JSON knows fewer kinds of space than a pattern does.
  if (start === undefined || /[^ -~\t\r\n]/.test(start)) return undefined;
  const room = Math.ceil((bytes.length - start.length) / shortestRow);
  // Time, four prices and volume; open interest comes when it is met.
  const columns = Array.from({ length: 6 }, () => new Float64Array(room));
  const { length, end } = readRows(bytes, start.length, columns);
  if (end < 0 || !ending.test(decoder.decode(bytes.subarray(end)))) return undefined;
  const [time, open, high, low, close, volume, oi] = columns.map((column) => column.slice(0, length));
  if (!time || !open || !high || !low || !close || !volume) return undefined;
  return { length, time, open, high, low, close, volume, oi: oi ?? null };
}

/**
 * Reads rows up to the bracket after the last one, and gives their number and the place after it: -1 for what is not as usual. One
 * function, because most answers are read before it has run often enough for others to be inlined.
 */
function readRows(bytes: Uint8Array, start: number, columns: Float64Array[]): { length: number; end: number } {
  const unusual = { length: 0, end: -1 };
  let at = afterBlanks(bytes, start);
  if (bytes[at] === CLOSE) return { length: 0, end: at + 1 };
  let date = 0;
  let dateMidnight = 0;
  for (let row = 0; ; row += 1) {
    if (bytes[at] !== OPEN || !isTime(bytes, at + 1)) return unusual;
    const ownDate =
      two(bytes, at + 2) * 1_000_000 + two(bytes, at + 4) * 10_000 + two(bytes, at + 7) * 100 + two(bytes, at + 10);
    // Most rows are of the day of the row before.
    if (ownDate !== date) {
      date = ownDate;
      dateMidnight = midnightOf(ownDate);
    }
    const [hours, minutes, seconds] = [two(bytes, at + 13), two(bytes, at + 16), two(bytes, at + 19)];
    if (!(hours < 24 && minutes < 60 && seconds < 60 && dateMidnight > 0)) return unusual;
    (columns[0] as Float64Array)[row] = dateMidnight + (hours * 3_600 + minutes * 60 + seconds) * 1_000;
    at += 27;

    let field = 1;
    for (; bytes[at] === COMMA; field += 1) {
      at += bytes[at + 1] === SPACE ? 2 : 1;
      const isNegative = bytes[at] === MINUS;
      if (isNegative) at += 1;
      const first = at;
      let value = 0;
      let byte = bytes[at] as number;
      while (byte >= ZERO && byte <= NINE) {
        value = value * 10 + byte - ZERO;
        at += 1;
        byte = bytes[at] as number;
      }
      const whole = at - first;
      let decimals = 0;
      if (byte === DOT) {
        at += 1;
        byte = bytes[at] as number;
        while (byte >= ZERO && byte <= NINE) {
          value = value * 10 + byte - ZERO;
          decimals += 1;
          at += 1;
          byte = bytes[at] as number;
        }
        if (decimals === 0) return unusual;
        // Both are exact, so the quotient is the double that is nearest to the text.
        value /= powers[decimals] ?? Number.NaN;
      }
      // As JSON writes it: no other zero in front, no exponent; and no more digits than a double is sure to hold.
      if (whole === 0 || (whole > 1 && bytes[first] === ZERO) || whole + decimals > 15 || field > 6) return unusual;
      if (field === 6) columns[field] ??= new Float64Array((columns[0] as Float64Array).length).fill(Number.NaN);
      (columns[field] as Float64Array)[row] = isNegative ? -value : value;
    }
    if (bytes[at] !== CLOSE || field < 6) return unusual;
    at = afterBlanks(bytes, at + 1);
    if (bytes[at] === CLOSE) return { length: row + 1, end: at + 1 };
    if (bytes[at] !== COMMA) return unusual;
    at = afterBlanks(bytes, at + 1);
  }
}

function afterBlanks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === SPACE || bytes[at] === LF) at += 1;
  return at;
}

/** Tells whether everything but the digits of `"2017-12-15T09:15:00+0530"` is in its place. */
function isTime(bytes: Uint8Array, at: number): boolean {
  const isDate = bytes[at] === QUOTE && bytes[at + 5] === MINUS && bytes[at + 8] === MINUS && bytes[at + 11] === T;
  const isClock = bytes[at + 14] === COLON && bytes[at + 17] === COLON && bytes[at + 20] === PLUS;
  return isDate && isClock && two(bytes, at + 21) === 5 && two(bytes, at + 23) === 30 && bytes[at + 25] === QUOTE;
}

/** Reads two digits; NaN where there are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO;
  const ones = (bytes[at + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Gives the midnight in India of a date like 20171215; NaN for one that is in no calendar, and for the placeholders before 1980. */
function midnightOf(date: number): number {
  const text = String(date).replace(/^(....)(..)(..)$/, "$1-$2-$3");
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!(date > 19_800_000) || Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) return Number.NaN;
  return midnight(text);
}
