import { invalidInput, requireText } from "@kite/core";
import { named } from "../named.ts";
import type { ExchangeCalendar, MarketPhase, MarketSegment } from "./calendar.ts";
import { type DayPlan, planDay } from "./day-plan.ts";
import { exchangeCalendar } from "./exchange-calendar.ts";
import { dateOf, dayLength, midnight, midnightOf } from "./ist-day.ts";

/** The next time at which the phase is another one. */
export interface MarketChange {
  readonly at: Date;
  /** `unknown` where the calendar ends, or where a day begins whose times are not announced. */
  readonly phase: MarketPhase | "unknown";
}

/** What a market does, as far as the calendar tells. Trading halts and glitches are in no calendar. */
export interface KnownMarketStatus {
  readonly known: true;
  readonly segment: MarketSegment;
  readonly at: Date;
  readonly phase: MarketPhase;
  /** Whether orders are matched as they come. */
  readonly isOpen: boolean;
  /** Why it is closed: the day of the week, the day in the calendar, or the time of day. */
  readonly reason: "weekend" | "holiday" | "hours" | undefined;
  /** Name of the holiday or occasion, all through a day that has one. */
  readonly day: string | undefined;
  /** False where the source is not certain of what the calendar says here. */
  readonly confirmed: boolean;
  readonly next: MarketChange;
}

/** The calendar does not tell. */
export interface UnknownMarketStatus {
  readonly known: false;
  readonly segment: MarketSegment;
  readonly at: Date;
  /** Why not. */
  readonly problem: string;
  /** Where the calendar begins to tell again, if it does. */
  readonly next: MarketChange | undefined;
}

export type MarketStatus = KnownMarketStatus | UnknownMarketStatus;

/**
 * Tells what a market does at a time, and when that changes next; from the calendar, nothing is sent. Outside the calendar, and on
 * days whose times are not announced, the answer is `known: false`.
 *
 * The pre-open's order entry ends at a random moment between 09:07 and 09:08, the closing auction's between 15:20 and 15:30:
 * both phases are given as a whole.
 *
 * Throws `InvalidInput` for an Invalid Date, and for clock times in a calendar of your own that are none.
 *
 * @example
 * const status = getMarketStatus("NSE");
 * if (status.known && !status.isOpen) console.log(`${status.phase}, ${status.next.phase} at ${formatIst(status.next.at)}`);
 */
export function getMarketStatus(
  segment: MarketSegment,
  at: Date = new Date(),
  calendar: ExchangeCalendar = exchangeCalendar,
): MarketStatus {
  return named("getMarketStatus", () => statusOf(segment, at, calendar));
}

/** Tells what every market of the calendar does at a time. Nothing is sent. */
export function getMarketStatusAll(
  at: Date = new Date(),
  calendar: ExchangeCalendar = exchangeCalendar,
): Readonly<Record<string, MarketStatus>> {
  const all = Object.keys(calendar.hours).map((segment) => [segment, getMarketStatus(segment, at, calendar)]);
  return Object.fromEntries(all);
}

function statusOf(segment: MarketSegment, at: Date, calendar: ExchangeCalendar): MarketStatus {
  requireText("segment", segment);
  const date = checkedDate(at);
  const plan = planDay(calendar, segment, date);
  if ("problem" in plan) {
    const next = nextChange(calendar, segment, midnightOf(at.getTime()), "unknown");
    return { known: false, segment, at, problem: plan.problem, next };
  }
  const start = midnightOf(at.getTime());
  const minute = (at.getTime() - start) / 60_000;
  const index = plan.parts.findIndex(({ to }) => minute < to);
  const { phase, confirmed } = plan.parts[index] as (typeof plan.parts)[number];
  const later = plan.parts.slice(index + 1).find((part) => part.phase !== phase);
  return {
    known: true,
    segment,
    at,
    phase,
    isOpen: phase === "continuous",
    reason: phase === "closed" ? reasonOf(plan) : undefined,
    day: plan.name,
    confirmed,
    next: later
      ? { at: new Date(start + later.from * 60_000), phase: later.phase }
      : (nextChange(calendar, segment, start, phase) as MarketChange),
  };
}

const reasonOf = ({ name, weekend }: Exclude<DayPlan, { problem: string }>): "weekend" | "holiday" | "hours" => {
  if (name !== undefined) return "holiday";
  return weekend ? "weekend" : "hours";
};

function checkedDate(at: Date): string {
  try {
    return dateOf(at.getTime());
  } catch {
    throw invalidInput("at", "must be a Date in the years 1000 to 9999");
  }
}

/** Looks for another phase on the days after `today`, a midnight. There is always one for a known phase: the end of the calendar. */
function nextChange(
  calendar: ExchangeCalendar,
  segment: string,
  today: number,
  phase: MarketPhase | "unknown",
): MarketChange | undefined {
  const end = midnight(calendar.to) + dayLength;
  for (let start = Math.max(today + dayLength, midnight(calendar.from)); start <= end; start += dayLength) {
    const plan = planDay(calendar, segment, dateOf(start));
    if ("problem" in plan) {
      if (phase !== "unknown") return { at: new Date(start), phase: "unknown" };
      continue;
    }
    const part = plan.parts.find((each) => each.phase !== phase);
    if (part) return { at: new Date(start + part.from * 60_000), phase: part.phase };
  }
  return undefined;
}
