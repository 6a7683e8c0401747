import { nextIstTime } from "./ist.ts";

/** A point in time: epoch milliseconds, a date, or a text like `2026-03-02 09:15`, which is Indian time unless it says otherwise. */
export type Moment = number | Date | string;

const SHAPE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Epoch ms of a moment. A text without an hour is midnight.
 *
 * @param place - What to complain about: `setTime`.
 * @throws {TypeError} for what is no moment, a 30th of February included.
 */
export function readMoment(moment: Moment, place: string): number {
  const at = typeof moment === "string" ? readText(moment) : Number(moment);
  if (Number.isFinite(at)) return Math.floor(at);
  throw new TypeError(`${place}: expected a valid date, epoch milliseconds or a text like "2026-03-02 09:15"`);
}

function readText(text: string): number {
  const [, date, time = "00:00", zone = "+05:30"] = SHAPE.exec(text) ?? [];
  // a parser turns the 30th of February into March
  if (date === undefined || new Date(`${date}T00:00Z`).getUTCDate() !== Number(date.slice(8))) return Number.NaN;
  return Date.parse(`${date}T${time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SPAN = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/;
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g;
const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/**
 * Epoch ms at which a span that begins at `from` ends.
 *
 * @param span - Milliseconds from 0; `30s`, `5m`, `2h`, `1d`, `1h30m`; or `09:15`, the next time that clocks in India show it.
 * @throws {TypeError} for anything else.
 */
export function endOfSpan(span: number | string, from: number): number {
  if (typeof span === "number" && span >= 0 && Number.isFinite(span)) return from + Math.floor(span);
  if (typeof span === "string") {
    const [time, hours, minutes, seconds = "0"] = TIME_OF_DAY.exec(span) ?? [];
    if (time !== undefined) return nextIstTime((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds), from);
    if (SPAN.test(span)) return from + Math.floor(lengthOf(span));
  }
  throw new TypeError(
    `advance: expected milliseconds from 0, a span like "5m" or a time like "09:15", got ${show(span)}`,
  );
}

function lengthOf(span: string): number {
  let ms = 0;
  for (const [, count, unit = ""] of span.matchAll(PART)) ms += Number(count) * (UNITS[unit] ?? 0);
  return ms;
}

const show = (value: unknown): string => (typeof value === "string" ? JSON.stringify(value) : String(value));
