const digits = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
const clock = new Intl.DateTimeFormat("en-IN", digits);
const indianClock = new Intl.DateTimeFormat("en-IN", { ...digits, timeZone: "Asia/Kolkata" });

/** Writes the time of day of an ISO time or epoch milliseconds, in the zone of the person looking: `15:04:05`. */
export const clockTime = (at: Date | string | number): string => clock.format(new Date(at));

/** Writes the time of day in India, where the exchanges are: `15:04:05`. */
export const indianTime = (at: Date | string | number): string => indianClock.format(new Date(at));

const zone = { timeZone: "Asia/Kolkata", hourCycle: "h23" } as const;
const moment = new Intl.DateTimeFormat("en-IN", {
  ...zone,
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const day = new Intl.DateTimeFormat("en-IN", { ...zone, day: "numeric", month: "short", year: "numeric" });

/** Writes a moment in India: `20 Nov, 15:29`. */
export const indianMoment = (at: Date): string => moment.format(at);

/** Writes the day of a moment in India: `20 Nov 2026`. */
export const indianDay = (at: Date): string => day.format(at);
