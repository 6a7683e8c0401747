import { istOffset } from "./ist-clock.ts";

const day = 86_400_000;

/**
 * Finds the next moment at which the Indian wall clock shows `clock`, strictly after `after`.
 *
 * @param clock - Hours and minutes on the 24-hour clock, `hh:mm`.
 *
 * @example
 * nextIstTime(new Date("2025-01-17T09:15:00+05:30"), "06:00"); // 2025-01-18T00:30:00.000Z
 *
 * @throws RangeError for an Invalid Date and for any other form of `clock`.
 */
export function nextIstTime(after: Date, clock: string): Date {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  if (hours === undefined) throw new RangeError(`clock: expected "hh:mm", received ${JSON.stringify(clock)}`);
  const now = after.getTime() + istOffset;
  if (Number.isNaN(now)) throw new RangeError("after: expected a time, received an Invalid Date");
  const today = Math.floor(now / day) * day + (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date((today > now ? today : today + day) - istOffset);
}
