import { dateOf, dayOf, dayOfDate, startOfDay, weekday } from "./day.ts";
import { holidays } from "./holidays.ts";

/** Which markets keep the same hours: shares and their derivatives, currencies, metals and energy, farm produce. */
export type Hours = "equity" | "currency" | "commodity" | "agri";

/** Continuous trading of one day. */
export interface Session {
  readonly day: number;
  /** First and last instant, epoch ms; the last one no longer belongs to it. Both are whole minutes. */
  readonly open: number;
  readonly close: number;
}

/** The session that begins on a day; undefined on weekends and holidays. */
export function sessionOn(hours: Hours, day: number): Session | undefined {
  if (weekday(day) === 0 || weekday(day) === 6) return undefined;
  const holiday = holidays[dateOf(day)];
  if (hours === "equity") return holiday?.equityClosed ? undefined : session(day, "09:15", "15:30");
  if (hours === "currency") return holiday?.equityClosed ? undefined : session(day, "09:00", "17:00");
  const close = hours === "agri" ? "17:00" : lateClose(day);
  if (holiday?.commodities === "closed") return undefined;
  if (holiday?.commodities === "opens at 17:00") return hours === "agri" ? undefined : session(day, "17:00", close);
  return session(day, "09:00", holiday?.commodities === "closes at 17:00" ? "17:00" : close);
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
export function sessionAt(hours: Hours, at: number): Session {
  const today = sessionOn(hours, dayOf(at));
  return today && today.open <= at ? today : sessionBefore(hours, dayOf(at));
}

function session(day: number, open: string, close: string): Session {
  return { day, open: startOfDay(day) + minutes(open) * 60_000, close: startOfDay(day) + minutes(close) * 60_000 };
}

function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

/** Metals and energy follow the markets in the United States, and so their daylight saving time. */
function lateClose(day: number): "23:30" | "23:55" {
  const year = dateOf(day).slice(0, 4);
  const secondSundayOfMarch = sundayFrom(dayOfDate(`${year}-03-08`));
  const firstSundayOfNovember = sundayFrom(dayOfDate(`${year}-11-01`));
  return day >= secondSundayOfMarch && day < firstSundayOfNovember ? "23:30" : "23:55";
}

const sundayFrom = (day: number): number => day + ((7 - weekday(day)) % 7);
