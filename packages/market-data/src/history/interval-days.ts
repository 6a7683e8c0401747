import type { Interval, intervals } from "@kite/models";

/**
 * Most days that one request may span, by interval. Not in Kite's documentation: from its error texts, which name the
 * number when there are more.
 */
export const intervalDays: Readonly<Record<(typeof intervals)[number], number>> = {
  minute: 60,
  "3minute": 100,
  "5minute": 100,
  "10minute": 100,
  "15minute": 200,
  "30minute": 200,
  "60minute": 400,
  day: 2000,
};

/**
 * Calendar days that we ask for at once. One less than allowed, because it is not known whether Kite counts a day that is
 * touched as a whole one. An interval that is not in the list gets the smallest span.
 */
export function daysAtOnce(interval: Interval): number {
  const days = Object.hasOwn(intervalDays, interval) ? intervalDays[interval as keyof typeof intervalDays] : 60;
  return days - 1;
}
