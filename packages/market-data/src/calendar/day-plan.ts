import { invalidInput } from "@kite/core";
import type { ExchangeCalendar, MarketPhase, MarketSession } from "./calendar.ts";

/** A stretch of a day in which the phase is the same. Minutes since midnight IST; `to` is the first one after it. */
interface DayPart {
  readonly phase: MarketPhase;
  readonly from: number;
  readonly to: number;
  readonly confirmed: boolean;
}

/** A day of a segment from midnight to midnight, without a hole; or why it cannot be told. */
export type DayPlan =
  | {
      readonly parts: readonly DayPart[];
      /** The holiday or occasion, on a day that has an entry. */
      readonly name: string | undefined;
      readonly weekend: boolean;
    }
  | { readonly problem: string };

const minutesInDay = 1440;

/** Finds the entry of `calendar.hours` that a segment goes by: its own, or that of its exchange. */
function hoursName(calendar: ExchangeCalendar, segment: string): string | undefined {
  const [exchange = ""] = segment.split("-");
  return [segment, exchange].find((name) => Object.hasOwn(calendar.hours, name));
}

/** Plans one day, `yyyy-mm-dd`. Throws `InvalidInput` for clock times in the calendar that are none. */
export function planDay(calendar: ExchangeCalendar, segment: string, date: string): DayPlan {
  const name = hoursName(calendar, segment);
  if (name === undefined) return { problem: `the calendar has no segment ${JSON.stringify(segment)}` };
  if (date < calendar.from || date > calendar.to) {
    return { problem: `the calendar speaks of ${calendar.from} to ${calendar.to}` };
  }
  const hours = calendar.hours[name]?.findLast(({ since }) => since <= date);
  if (!hours) return { problem: `the calendar has no hours of ${name} on ${date}` };
  const day = calendar.days.findLast((entry) => entry.date === date && Object.hasOwn(entry.sessions, name));
  const special = day?.sessions[name];
  if (special === "unknown") return { problem: `${day?.name}: times are not announced` };
  const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  const confirmed = (day?.confirmed ?? true) && (hours.confirmed ?? true);
  const sessions = special ?? (weekend ? [] : hours.sessions);
  return { parts: fill(sessions, confirmed), name: day?.name, weekend };
}

/** Puts `closed` between the sessions. */
function fill(sessions: readonly MarketSession[], confirmed: boolean): DayPart[] {
  const parts: DayPart[] = [];
  let reached = 0;
  for (const { phase, from, to, confirmed: sure = true } of sessions) {
    const [start, end] = [minutes(from), minutes(to)];
    if (start < reached || end <= start) {
      throw invalidInput("calendar", `sessions must be in order and must not overlap, got ${from} to ${to}`);
    }
    if (start > reached) parts.push({ phase: "closed", from: reached, to: start, confirmed });
    parts.push({ phase, from: start, to: end, confirmed: confirmed && sure });
    reached = end;
  }
  if (reached < minutesInDay) parts.push({ phase: "closed", from: reached, to: minutesInDay, confirmed });
  return parts;
}

function minutes(clock: string): number {
  const [, hour, minute] = /^(\d\d):([0-5]\d)$/.exec(clock) ?? [];
  const sum = Number(hour) * 60 + Number(minute);
  if (sum >= 0 && sum <= minutesInDay) return sum;
  throw invalidInput("calendar", `clock times must be hh:mm, got ${JSON.stringify(clock)}`);
}
