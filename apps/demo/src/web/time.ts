const digits = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
const clock = new Intl.DateTimeFormat("en-IN", { ...digits, timeZone: "Asia/Kolkata" });

/**
 * Writes the time of day in India, where the exchanges are, wherever the person is: `15:04:05`. All of the page keeps to it, as a time of
 * the order pad is compared with one of the order book.
 */
export const indianTime = (at: Date | string | number): string => clock.format(new Date(at));

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
