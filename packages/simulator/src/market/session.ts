import { Calendar, type Session } from "./calendar.ts";
import type { Hours } from "./hours.ts";

export type { Session } from "./calendar.ts";
export type { Hours } from "./hours.ts";

/** Without special sessions: expiries and values of funds do not go by them. */
export const plainCalendar: Calendar = new Calendar();

/** The session of a day; undefined on weekends and holidays. */
export function sessionOn(hours: Hours, day: number): Session | undefined {
  return plainCalendar.on(hours, day);
}

/** The session of the latest trading day before a day. */
export function sessionBefore(hours: Hours, day: number): Session {
  return plainCalendar.before(hours, day);
}

/** The latest trading day up to a day, itself included. */
export function tradingDayUpTo(hours: Hours, day: number): number {
  return plainCalendar.tradingDayUpTo(hours, day);
}

/** The session that is under way at an instant (epoch ms), or else the latest one that was. */
export function sessionAt(hours: Hours, now: number): Session {
  return plainCalendar.at(hours, now);
}
