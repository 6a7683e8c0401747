const OFFSET_MS = 330 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Renders an instant (epoch ms) the way the API does: `yyyy-mm-dd hh:mm:ss`, Indian time, no zone in the text. */
export function istTimestamp(at: number): string {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 19).replace("T", " ");
}

/** Calendar date in India, `yyyy-mm-dd`, of an instant (epoch ms). */
export function istDate(at: number): string {
  return istTimestamp(at).slice(0, 10);
}

/** First moment after `at` (both epoch ms) when clocks in India show `hour`:00. */
export function nextIstHour(hour: number, at: number): number {
  return nextIstTime(hour * 3600, at);
}

/** First moment after `at` (both epoch ms) when so many seconds have passed since midnight in India. */
export function nextIstTime(seconds: number, at: number): number {
  const local = at + OFFSET_MS;
  const today = Math.floor(local / DAY_MS) * DAY_MS + seconds * 1000;
  return (today > local ? today : today + DAY_MS) - OFFSET_MS;
}

/**
 * Date of the depository session that an instant (epoch ms) falls into. The session ends at 17:30 IST; what comes later
 * counts for the next day.
 */
export function depositoryDate(at: number): string {
  return istDate(at + 6.5 * HOUR_MS);
}

/** Next calendar month in India, as derivative symbols spell it: `27JAN`. A contract of that month is never expired. */
export function nextContractMonth(at: number): string {
  const [year, month] = istDate(at).split("-").map(Number) as [number, number];
  const next = new Date(Date.UTC(year, month, 1));
  return `${String(next.getUTCFullYear()).slice(-2)}${MONTHS[next.getUTCMonth()]}`;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
