import type { ChartInterval } from "./intervals.ts";

/** Days that a chart goes back: some hundred candles of each width, and never without a session, whatever holidays there were. */
const days: Readonly<Record<ChartInterval, number>> = {
  minute: 5,
  "3minute": 7,
  "5minute": 10,
  "10minute": 20,
  "15minute": 30,
  "30minute": 60,
  "60minute": 120,
  day: 730,
};

/** Gives the moment from which on a chart shows candles. */
export const firstCandle = (interval: ChartInterval, now: Date): Date =>
  new Date(now.getTime() - days[interval] * 86_400_000);
