import { INTERVALS, type Interval } from "../market/candles.ts";
import type { Span } from "../market/history.ts";
import type { Instrument } from "../market/instrument.ts";
import { invalid, refuse } from "../refusal.ts";

/** Longest span of one request, in days. */
const LONGEST: Readonly<Record<Interval, number>> = {
  minute: 60,
  "3minute": 100,
  "5minute": 100,
  "10minute": 100,
  "15minute": 200,
  "30minute": 200,
  "60minute": 400,
  day: 2000,
};

const DAY_MS = 86_400_000;

/** @throws {Refusal} 400 for a candle width that Kite does not document. */
export function readInterval(text: string): Interval {
  if (!Object.hasOwn(INTERVALS, text)) throw invalid("interval");
  return text as Interval;
}

/** @throws {Refusal} 400 for an unreadable date, an end before the beginning, or more days than the interval allows. */
export function readSpan(query: URLSearchParams, interval: Interval, instrument: Instrument): Span {
  const from = readTime(query, "from", "00:00:00");
  // inclusive: a bare date means all of that day
  const to = readTime(query, "to", "23:59:59");
  if (to < from) throw invalid("from");
  const longest = LONGEST[interval];
  if (to - from > longest * DAY_MS) throw refuse(`interval exceeds max limit: ${longest} days`);
  const continuous = readFlag(query, "continuous");
  if (continuous && !canBeContinuous(instrument, interval)) throw invalid("continuous");
  return { interval, from, to, continuous };
}

/** @throws {Refusal} 400 unless it is missing, 0 or 1. */
export function readFlag(query: URLSearchParams, field: string): boolean {
  const text = query.get(field) ?? "0";
  if (text !== "0" && text !== "1") throw invalid(field);
  return text === "1";
}

function readTime(query: URLSearchParams, field: string, timeOfBareDate: string): number {
  const [date = "", time = timeOfBareDate, ...rest] = (query.get(field) ?? "").split(" ");
  const text = `${date}T${time}`;
  const at = Date.parse(`${text}+05:30`);
  // a 30th of February is no error to Date.parse; written again, it has become another day
  const real = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) && rest.length === 0 && writtenAgain(text) === text;
  if (!real) throw invalid(field);
  return at;
}

function writtenAgain(text: string): string | undefined {
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().slice(0, 19);
}

function canBeContinuous(instrument: Instrument, interval: Interval): boolean {
  const { exchange, instrument_type } = instrument;
  return interval === "day" && instrument_type === "FUT" && (exchange === "NFO" || exchange === "MCX");
}
