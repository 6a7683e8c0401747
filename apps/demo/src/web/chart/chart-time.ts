import type { ChartInterval } from "./intervals.ts";

/** Seconds that India is ahead of UTC. The chart's axis speaks UTC; times moved by this read as Indian ones. */
const IST = 19_800;

/** Moves a time in epoch seconds so that an axis in UTC shows the Indian clock. */
export const toAxis = (at: number): number => at + IST;

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-IN", { timeZone: "Asia/Kolkata", hourCycle: "h23", ...options });
const day = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const minute = format({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** Writes when a candle begins, in Indian time: `Fri, 20 Nov, 15:29`, or the day alone. */
export const candleTime = (at: number, interval: ChartInterval): string =>
  (interval === "day" ? day : minute).format(new Date(at * 1000));
