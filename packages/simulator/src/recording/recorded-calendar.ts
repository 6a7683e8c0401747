import { istTimestamp } from "../ist.ts";
import { Calendar } from "../market/calendar.ts";
import { dateOf, dayOf, startOfDay } from "../market/day.ts";
import type { SpecialSession } from "../market/special-session.ts";
import type { Recording } from "./read-recording.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const plain = new Calendar();

/** The calendar of a replay: on a day without a session that was recorded all the same, there was one as long as the recording. */
export function calendarOf({ start, end }: Pick<Recording, "start" | "end">): Calendar {
  const special: SpecialSession[] = [];
  for (let day = dayOf(start); day <= dayOf(end); day += 1) {
    const markets = (["equity", "currency", "commodity"] as const).filter((hours) => !plain.on(hours, day));
    const first = Math.max(startOfDay(day), start);
    // the last minute of a day ends on the next one, which a clock cannot say
    const last = Math.min(startOfDay(day) + DAY_MS - MINUTE_MS, Math.ceil(end / MINUTE_MS) * MINUTE_MS);
    if (markets.length === 0 || first >= last) continue;
    special.push({ date: dateOf(day), from: clock(first), to: clock(last), markets });
  }
  return new Calendar(special);
}

const clock = (at: number): string => istTimestamp(at).slice(11, 16);
