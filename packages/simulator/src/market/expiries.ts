import type { Underlying } from "./contract-list.ts";
import { endOfMonth, weekday } from "./day.ts";
import { sessionBefore, tradingDayUpTo } from "./session.ts";

/** A day on which contracts end. */
export interface Expiry {
  readonly day: number;
  readonly kind: "monthly" | "weekly";
}

const MONTHS = 3;
const WEEKS = 4;

/**
 * Days, none before `today`, on which the listed contracts of an underlying end: three months first, then four weeks if
 * it has weekly options.
 */
export function expiriesFrom(underlying: Underlying, today: number): Expiry[] {
  // the fourth month is for days after the expiry of the first
  const monthly = [0, 1, 2, 3]
    .map((months) => monthlyExpiry(underlying, endOfMonth(today, months)))
    .filter((day) => day >= today)
    .slice(0, MONTHS);
  const weekly = underlying.options?.weekly ? weeklyExpiries(underlying, today) : [];
  return [
    ...monthly.map((day): Expiry => ({ day, kind: "monthly" })),
    ...weekly.filter((day) => !monthly.includes(day)).map((day): Expiry => ({ day, kind: "weekly" })),
  ];
}

/** Last trading day of the contracts that end in the month that `lastOfMonth` is the last day of. */
function monthlyExpiry({ expiry, spot }: Underlying, lastOfMonth: number): number {
  if ("lastWeekday" in expiry) {
    const day = lastOfMonth - ((weekday(lastOfMonth) - expiry.lastWeekday + 7) % 7);
    return tradingDayUpTo(spot.hours, day);
  }
  let day = tradingDayUpTo(spot.hours, lastOfMonth);
  for (let left = expiry.tradingDaysBeforeEnd; left > 0; left -= 1) day = sessionBefore(spot.hours, day).day;
  return day;
}

function weeklyExpiries({ expiry, spot }: Underlying, today: number): number[] {
  if (!("lastWeekday" in expiry)) return [];
  const first = today + ((expiry.lastWeekday - weekday(today) + 7) % 7);
  // a holiday moves an expiry to an earlier day, maybe to before today
  return Array.from({ length: WEEKS + 1 }, (_, week) => tradingDayUpTo(spot.hours, first + 7 * week))
    .filter((day) => day >= today)
    .slice(0, WEEKS);
}
