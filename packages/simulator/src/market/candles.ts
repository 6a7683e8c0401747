import { startOfDay } from "./day.ts";
import type { Session } from "./session.ts";
import type { Minute } from "./trades.ts";

/** How wide a candle is. */
export type Interval = "minute" | "3minute" | "5minute" | "10minute" | "15minute" | "30minute" | "60minute" | "day";

/** Minutes per candle. */
export const INTERVALS: Readonly<Record<Interval, number>> = {
  minute: 1,
  "3minute": 3,
  "5minute": 5,
  "10minute": 10,
  "15minute": 15,
  "30minute": 30,
  "60minute": 60,
  day: 1440,
};

/**
 * Joins the minutes of a session into candles. They count from the opening, so an hour may begin at 09:15; the last one
 * may be shorter. A day's candle is stamped with midnight. Where nothing traded there is no candle.
 */
export function candlesOf(session: Session, minutes: readonly Minute[], interval: Interval): Minute[] {
  const width = INTERVALS[interval] * 60_000;
  const candles: Minute[] = [];
  let candle: Growing | undefined;
  for (const minute of minutes) {
    const at = interval === "day" ? startOfDay(session.day) : minute.at - ((minute.at - session.open) % width);
    if (candle?.at === at) {
      grow(candle, minute);
    } else {
      candle = { ...minute, at };
      candles.push(candle);
    }
  }
  return candles;
}

type Growing = { -readonly [Key in keyof Minute]: Minute[Key] };

function grow(candle: Growing, minute: Minute): void {
  candle.high = Math.max(candle.high, minute.high);
  candle.low = Math.min(candle.low, minute.low);
  candle.close = minute.close;
  candle.volume += minute.volume;
  candle.oi = minute.oi;
}
