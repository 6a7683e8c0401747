import type { Candle, Interval } from "@kite/models";
import type { ExchangeCalendar } from "../calendar/calendar.ts";
import { planDay } from "../calendar/day-plan.ts";
import { exchangeCalendar } from "../calendar/exchange-calendar.ts";
import { dateOf, dayLength, midnightOf } from "../calendar/ist-day.ts";
import { type Moment, readRange } from "./range.ts";

/** Trading days without a candle. */
export interface CandleGaps {
  /** `yyyy-mm-dd`, the oldest first. */
  readonly days: readonly string[];
  /** False when the calendar does not know every day of the range, or not for certain: there may be more. */
  readonly complete: boolean;
}

/** What was asked for. */
export interface GapsOf {
  readonly instrument_token: number;
  readonly interval: Interval;
  readonly from: Moment;
  readonly to: Moment;
}

/** The last byte of a token tells the exchange; 9 are indices. */
const marketOf: Readonly<Record<number, string>> = {
  ...{ 1: "NSE", 2: "NFO", 3: "CDS", 4: "BSE", 5: "BFO", 6: "BCD", 7: "MCX", 9: "INDICES" },
};

/**
 * Finds the days on which the exchange traded, by the calendar, and no candle is there. Counts days whose trading lies in the
 * range as a whole and is over.
 *
 * A gap is a question, not a fault: nobody may have traded, or the instrument was not listed yet.
 *
 * @example
 * const candles = await getHistoricalData(kite, params);
 * const { days } = findGaps(candles, params);
 */
export function findGaps(
  candles: readonly Candle[],
  { instrument_token, interval, from, to }: GapsOf,
  calendar: ExchangeCalendar = exchangeCalendar,
): CandleGaps {
  const range = readRange(from, to);
  const market = marketOf[instrument_token % 256] ?? "";
  const seen = new Set(candles.map(({ date }) => dateOf(date.getTime())));
  const days: string[] = [];
  let complete = true;
  for (let start = midnightOf(range.from); start <= range.to; start += dayLength) {
    const date = dateOf(start);
    if (seen.has(date)) continue;
    const plan = planDay(calendar, market, date);
    if ("problem" in plan) {
      complete = false;
      continue;
    }
    const trading = plan.parts.filter(({ phase }) => phase === "continuous");
    const [first, last] = [trading.at(0), trading.at(-1)];
    const confirmed = (first ?? plan.parts[0])?.confirmed ?? false;
    if (!confirmed) complete = false;
    if (!first || !last || !confirmed) continue;
    const whole = interval === "day" ? start >= range.from : start + first.from * 60_000 >= range.from;
    const lastMinute = start + (last.to - 1) * 60_000;
    const covered = whole && (interval === "day" || lastMinute <= range.to);
    if (covered && lastMinute + 60_000 <= Date.now()) days.push(date);
  }
  return { days, complete };
}
