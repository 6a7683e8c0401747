import { candlesOf, type Interval } from "./candles.ts";
import { dayOf, startOfDay } from "./day.ts";
import type { Instrument } from "./instrument.ts";
import type { Market } from "./market.ts";
import type { Minute } from "./trades.ts";

/** Which candles are wanted. */
export interface Span {
  readonly interval: Interval;
  /** First and last instant, epoch ms, at which a candle may begin. For days, the dates alone count. */
  readonly from: number;
  readonly to: number;
  /** Joins the futures of earlier months, each for the time it was the next to expire. */
  readonly continuous: boolean;
}

/** Candles of an instrument, oldest first, up to the minute that is running. */
export function candlesBetween(market: Market, instrument: Instrument, span: Span): Minute[] {
  const { interval, continuous } = span;
  const candles: Minute[] = [];
  for (let day = dayOf(span.from); day <= dayOf(span.to); day += 1) {
    const traded = continuous ? market.frontFuture(instrument, day) : instrument;
    const session = traded && market.session(traded, day);
    if (session) candles.push(...candlesOf(session, market.minutes(traded, session), interval));
  }
  const first = interval === "day" ? startOfDay(dayOf(span.from)) : span.from;
  return candles.filter(({ at }) => at >= first && at <= span.to);
}
