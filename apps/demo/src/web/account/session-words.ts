const MINUTE = 60_000;
const india = { timeZone: "Asia/Kolkata" } as const;
const day = new Intl.DateTimeFormat("en-CA", india);
const weekday = new Intl.DateTimeFormat("en-IN", { ...india, weekday: "long", day: "numeric", month: "long" });
const clock = new Intl.DateTimeFormat("en-IN", { ...india, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Says when a session is over, in India's time: `06:00 IST tomorrow`. */
export function endWords(end: Date, now: Date): string {
  const time = `${clock.format(end)} IST`;
  if (day.format(end) === day.format(now)) return `${time} today`;
  if (day.format(end) === day.format(new Date(now.getTime() + 24 * 60 * MINUTE))) return `${time} tomorrow`;
  return `${time} on ${weekday.format(end)}`;
}

/** Says how far off that is, to the minute in the last hour, to the hour before: `in about 14 hours`, `in 25 minutes`. */
export function leftWords(end: Date, now: Date): string {
  const minutes = Math.floor((end.getTime() - now.getTime()) / MINUTE);
  if (minutes < 0) return "now";
  if (minutes < 1) return "in less than a minute";
  if (minutes < 60) return `in ${counted(minutes, "minute")}`;
  return `in about ${counted(Math.round(minutes / 60), "hour")}`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
