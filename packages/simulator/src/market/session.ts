import { dayIn, dayOf, dayOfDate, startOfDay, weekday, yearOf } from "./day.ts";
import { type Holiday, holidays } from "./holidays.ts";

/** Which markets keep the same hours: shares and their derivatives, currencies, metals and energy, farm produce. */
export type Hours = "equity" | "currency" | "commodity" | "agri";

/** Continuous trading of one day. */
export interface Session {
  readonly day: number;
  /** First and last instant, epoch ms; the last one no longer belongs to it. Both are whole minutes. */
  readonly open: number;
  readonly close: number;
}

/** By day, so that looking one up needs no text: quotes ask for sessions thousands of times a second. */
const holidaysByDay: ReadonlyMap<number, Holiday> = new Map(
  Object.entries(holidays).map(([date, holiday]) => [dayOfDate(date), holiday]),
);

/** The session that begins on a day; undefined on weekends and holidays. */
export function sessionOn(hours: Hours, day: number): Session | undefined {
  if (weekday(day) === 0 || weekday(day) === 6) return undefined;
  const holiday = holidaysByDay.get(day);
  if (hours === "equity") return holiday?.equityClosed ? undefined : session(day, at(9, 15), at(15, 30));
  if (hours === "currency") return holiday?.equityClosed ? undefined : session(day, at(9), at(17));
  const close = hours === "agri" ? at(17) : lateClose(day);
  if (holiday?.commodities === "closed") return undefined;
  if (holiday?.commodities === "opens at 17:00") return hours === "agri" ? undefined : session(day, at(17), close);
  return session(day, at(9), holiday?.commodities === "closes at 17:00" ? at(17) : close);
}

/** The session of the latest trading day before a day. */
export function sessionBefore(hours: Hours, day: number): Session {
  for (let earlier = day - 1; ; earlier -= 1) {
    const found = sessionOn(hours, earlier);
    if (found) return found;
  }
}

/** The latest trading day up to a day, itself included. */
export function tradingDayUpTo(hours: Hours, day: number): number {
  return sessionOn(hours, day) ? day : sessionBefore(hours, day).day;
}

/** The session that is under way at an instant (epoch ms), or else the latest one that was. */
export function sessionAt(hours: Hours, now: number): Session {
  const today = sessionOn(hours, dayOf(now));
  return today && today.open <= now ? today : sessionBefore(hours, dayOf(now));
}

/** @param open - Minutes since midnight, as `close`. */
function session(day: number, open: number, close: number): Session {
  return { day, open: startOfDay(day) + open * 60_000, close: startOfDay(day) + close * 60_000 };
}

/** Minutes since midnight. */
function at(hour: number, minute = 0): number {
  return hour * 60 + minute;
}

/** Metals and energy follow the markets in the United States, and so their daylight saving time. */
function lateClose(day: number): number {
  const year = yearOf(day);
  const secondSundayOfMarch = sundayFrom(dayIn(year, 3, 8));
  const firstSundayOfNovember = sundayFrom(dayIn(year, 11, 1));
  return day >= secondSundayOfMarch && day < firstSundayOfNovember ? at(23, 30) : at(23, 55);
}

const sundayFrom = (day: number): number => day + ((7 - weekday(day)) % 7);
