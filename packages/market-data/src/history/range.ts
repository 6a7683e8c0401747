import { invalidInput } from "@kite/core";
import { formatIst, parseIst } from "@kite/models";
import { dayLength } from "../calendar/ist-day.ts";
import type { Direction, TimeWindow } from "./windows.ts";

/** A moment: a `Date`, or IST text: `yyyy-mm-dd hh:mm:ss`, or a date alone. */
export type Moment = Date | string;

const dateAlone = /^\d{4}-\d\d-\d\d$/;

/**
 * Reads both ends of a range. A date alone means from its midnight, and to its last second. Throws `InvalidInput` for anything
 * that is no time, and for a range without a whole second in it.
 */
export function readRange(from: Moment, to: Moment): TimeWindow {
  // Kite reads whole seconds: rounding towards the inside takes in no candle from outside.
  const start = Math.ceil(readMoment("from", from) / 1_000) * 1_000;
  const lastSecond = typeof to === "string" && dateAlone.test(to) ? dayLength - 1_000 : 0;
  const end = Math.floor(readMoment("to", to) / 1_000) * 1_000 + lastSecond;
  if (start > end) throw invalidInput("from", `must not be after to, got ${show(from)} and ${show(to)}`);
  return { from: start, to: end };
}

const show = (moment: Moment): string => (typeof moment === "string" ? moment : formatIst(moment));

function readMoment(field: string, moment: Moment): number {
  try {
    const date = typeof moment === "string" ? parseIst(moment) : moment;
    // Kite reads what this writes; it refuses years that have not four digits.
    if (date && formatIst(date)) return date.getTime();
  } catch {
    // Falls through to the one refusal.
  }
  const expected = 'must be a Date, "yyyy-mm-dd hh:mm:ss" or "yyyy-mm-dd"';
  throw invalidInput(field, `${expected}, got ${JSON.stringify(moment)}`);
}

/** Writes where to go on. Text, so that it can be stored anywhere. */
export function writeCursor(direction: Direction, next: TimeWindow): string {
  return `${direction} ${formatIst(new Date(direction === "forward" ? next.from : next.to))}`;
}

/** Leaves of a range what comes at and after a cursor. Throws `InvalidInput` for one of another direction or range. */
export function resumeRange(range: TimeWindow, direction: Direction, cursor: string): TimeWindow {
  const [way, ...clock] = String(cursor).split(" ");
  const moment = way === direction ? readMoment("cursor", clock.join(" ")) : Number.NaN;
  if (!(moment >= range.from && moment <= range.to)) {
    throw invalidInput(
      "cursor",
      `must come from a page of the same range and direction, got ${JSON.stringify(cursor)}`,
    );
  }
  return direction === "forward" ? { from: moment, to: range.to } : { from: range.from, to: moment };
}
