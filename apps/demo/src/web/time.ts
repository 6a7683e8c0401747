const digits = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
const clock = new Intl.DateTimeFormat("en-IN", digits);
const indianClock = new Intl.DateTimeFormat("en-IN", { ...digits, timeZone: "Asia/Kolkata" });

/** Writes the time of day of an ISO time or epoch milliseconds, in the zone of the person looking: `15:04:05`. */
export const clockTime = (at: string | number): string => clock.format(new Date(at));

/** Writes the time of day in India, where the exchanges are: `15:04:05`. */
export const indianTime = (at: string | number): string => indianClock.format(new Date(at));
