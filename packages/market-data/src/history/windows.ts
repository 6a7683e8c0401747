import { dayLength, midnightOf } from "../calendar/ist-day.ts";

/** A stretch of time, both ends included. Milliseconds of whole seconds, which is what Kite reads. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

export type Direction = "forward" | "backward";

/**
 * Cuts a range into windows of at most `days` calendar days in India, in the order in which they are asked for.
 *
 * Windows meet at midnight: the end of one is 23:59:59, the next begins at 00:00:00. No candle of any interval begins between
 * the two, so none is lost and none is in both.
 */
export function splitRange({ from, to }: TimeWindow, days: number, direction: Direction): TimeWindow[] {
  const windows: TimeWindow[] = [];
  if (direction === "forward") {
    for (let start = from; start <= to; ) {
      const end = Math.min(to, midnightOf(start) + days * dayLength - 1_000);
      windows.push({ from: start, to: end });
      start = end + 1_000;
    }
  } else {
    for (let end = to; end >= from; ) {
      const start = Math.max(from, midnightOf(end) - (days - 1) * dayLength);
      windows.push({ from: start, to: end });
      end = start - 1_000;
    }
  }
  return windows;
}
