const OFFSET_MS = 330 * 60_000;
const DAY_MS = 86_400_000;

/** Number of a calendar day in India, counted from 1970-01-01, that an instant (epoch ms) falls into. */
export function dayOf(at: number): number {
  return Math.floor((at + OFFSET_MS) / DAY_MS);
}

/** Midnight in India, epoch ms, at which a day begins. */
export function startOfDay(day: number): number {
  return day * DAY_MS - OFFSET_MS;
}

/** `yyyy-mm-dd` of a day. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Day of a `yyyy-mm-dd`. */
export function dayOfDate(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** A day by its date; months from 1. */
export function dayIn(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Last day of the month that a day lies in, or of the one so many months later. */
export function endOfMonth(day: number, months = 0): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1) / DAY_MS - 1;
}
