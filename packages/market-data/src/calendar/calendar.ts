import type { Exchange, Segment } from "@kite/models";

/**
 * What a market does at a time.
 *
 * - `pre-open`: orders are collected and matched in one go; a break before trading belongs to it.
 * - `continuous`: orders are matched as they come.
 * - `closing-auction`: reference price, order entry and matching at one price.
 * - `post-close`: trading at the closing price.
 * - `closed`: none of these.
 */
export type MarketPhase = "pre-open" | "continuous" | "closing-auction" | "post-close" | "closed";

/**
 * What keeps hours of its own: an exchange, or a segment of the instrument list. The calendar of this package has three more:
 * `NSE-CAS` and `BSE-CAS` for shares with derivatives, which close with an auction, and `MCX-AGRI` for farm goods. A segment that
 * a calendar does not list keeps the hours of its exchange: `NFO-OPT` those of `NFO`.
 */
export type MarketSegment = Exchange | Segment | "NSE-CAS" | "BSE-CAS" | "MCX-AGRI" | (string & {});

/** A part of a day. Clock times are IST, `hh:mm` up to `24:00`; `to` is the first minute after it. */
export interface MarketSession {
  readonly phase: Exclude<MarketPhase, "closed">;
  readonly from: string;
  readonly to: string;
  /** False where the source is not certain of these times. */
  readonly confirmed?: boolean;
}

/** Hours of an ordinary weekday, from a date until the next entry. */
export interface MarketHours {
  /** First day, `yyyy-mm-dd`. */
  readonly since: string;
  /** In order, without overlaps. */
  readonly sessions: readonly MarketSession[];
  /** False where the source is not certain that these are all the hours and all the holidays. */
  readonly confirmed?: boolean;
}

/** A day that differs for some segments. Of several entries with the same date and segment the last one counts. */
export interface CalendarDay {
  /** `yyyy-mm-dd`. */
  readonly date: string;
  /** Name of the holiday or the occasion. */
  readonly name: string;
  /** What takes place, by segment: nothing (`[]`), these sessions, or something whose times are not known. */
  readonly sessions: Readonly<Record<string, readonly MarketSession[] | "unknown">>;
  /** False where the source is not certain. */
  readonly confirmed?: boolean;
}

/**
 * Hours, holidays and special sessions. Plain data, because Kite has no call for any of it: replace or extend it when an
 * exchange announces a change.
 *
 * @example
 * const muhurat: MarketSession[] = [{ phase: "continuous", from: "18:15", to: "19:15" }];
 * const calendar: ExchangeCalendar = {
 *   ...exchangeCalendar,
 *   days: [...exchangeCalendar.days, { date: "2026-11-08", name: "Muhurat", sessions: { NSE: muhurat, BSE: muhurat } }],
 * };
 */
export interface ExchangeCalendar {
  /** First and last day it speaks of, `yyyy-mm-dd`. */
  readonly from: string;
  readonly to: string;
  /** By segment, the earliest first. Saturdays and Sundays are closed, unless `days` has them. */
  readonly hours: Readonly<Record<string, readonly MarketHours[]>>;
  readonly days: readonly CalendarDay[];
}
