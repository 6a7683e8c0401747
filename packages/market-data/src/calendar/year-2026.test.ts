import { expect, test } from "vitest";
import { exchangeCalendar } from "./exchange-calendar.ts";
import { getMarketStatus } from "./get-market-status.ts";

/** Holidays of the stock exchanges, and what MCX does on them: closed all day, or open in the evening. */
const holidays: Readonly<Record<string, "all" | "evening" | "unknown">> = {
  "01-15": "unknown",
  "01-26": "all",
  "03-03": "evening",
  "03-26": "evening",
  "03-31": "evening",
  "04-03": "all",
  "04-14": "evening",
  "05-01": "evening",
  "05-28": "evening",
  "06-26": "evening",
  "09-14": "evening",
  "10-02": "all",
  "10-20": "evening",
  "11-10": "evening",
  "11-24": "evening",
  "12-25": "all",
};

type Stretch = readonly [phase: string, from: string, to: string];
const winterZone = new Intl.DateTimeFormat("en", { timeZone: "America/New_York", timeZoneName: "short" });
/** Whether New York has summer time in the evening of a day in India. */
const isSummer = (date: string): boolean => winterZone.format(new Date(`${date}T23:30:00+05:30`)).includes("EDT");

/** What a segment does on a day, written down a second time and in another way: the judge of the calendar. */
function stretches(segment: string, date: string): readonly Stretch[] | "unknown" {
  const monthDay = date.slice(5);
  if (monthDay === "11-08") return "unknown";
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  const holiday = holidays[monthDay];
  if (segment === "MCX") {
    const end = isSummer(date) ? "23:30" : "23:55";
    if (holiday === "unknown") return "unknown";
    if (isWeekend || holiday === "all") return [];
    if (holiday === "evening") return [["continuous", "17:00", end]];
    return [["continuous", "09:00", monthDay === "01-01" ? "17:00" : end]];
  }
  if (segment === "MCX-AGRI") {
    if (holiday === "unknown") return "unknown";
    return isWeekend || holiday ? [] : [["continuous", "09:00", "17:00"]];
  }
  if (isWeekend || holiday) return [];
  if (segment === "CDS" || segment === "BCD") return monthDay === "04-01" ? [] : [["continuous", "09:00", "17:00"]];
  const preOpen: Stretch = ["pre-open", "09:00", "09:15"];
  const postClose: Stretch = ["post-close", "15:40", "16:00"];
  const hasAuction = date >= "2026-08-03";
  if (segment === "INDICES") return [["continuous", "09:15", "15:30"]];
  if (segment.startsWith("NFO") || segment.startsWith("BFO")) {
    const trading: Stretch = ["continuous", "09:15", hasAuction ? "15:40" : "15:30"];
    return segment.endsWith("FUT") ? [preOpen, trading] : [trading];
  }
  if (segment.endsWith("CAS") && hasAuction) {
    return [preOpen, ["continuous", "09:15", "15:15"], ["closing-auction", "15:15", "15:35"], postClose];
  }
  return [preOpen, ["continuous", "09:15", "15:30"], postClose];
}

const yearStart = Date.parse("2026-01-01T00:00:00+05:30");
const minutesInYear = 365 * 1_440;
const clockMinute = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The phase of every minute of the year. */
function drawYear(segment: string): string[] {
  const year = new Array<string>(minutesInYear).fill("closed");
  for (let day = 0; day < 365; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    const parts = stretches(segment, date);
    if (parts === "unknown") year.fill("unknown", day * 1_440, (day + 1) * 1_440);
    else
      for (const [phase, from, to] of parts)
        year.fill(phase, day * 1_440 + clockMinute(from), day * 1_440 + clockMinute(to));
  }
  return year;
}

/** Compares the answer in the middle of some minutes with the drawn year; gives the first few that differ. */
function differences(segment: string, isLookedAt: (minute: number, year: readonly string[]) => boolean): unknown[] {
  const year = drawYear(segment);
  const wrong: unknown[] = [];
  let nextAt = minutesInYear;
  let nextPhase = "unknown";
  for (let minute = minutesInYear - 1; minute >= 0 && wrong.length < 3; minute -= 1) {
    const phase = year[minute] ?? "";
    const later = year[minute + 1];
    if (later !== undefined && later !== phase) [nextAt, nextPhase] = [minute + 1, later];
    if (!isLookedAt(minute, year)) continue;
    const status = getMarketStatus(segment, new Date(yearStart + minute * 60_000 + 30_000));
    const same =
      (status.known ? status.phase : "unknown") === phase &&
      status.next?.at.getTime() === yearStart + nextAt * 60_000 &&
      status.next.phase === nextPhase &&
      (!status.known || status.isOpen === (phase === "continuous"));
    if (!same) wrong.push({ minute, phase, nextAt, nextPhase, status });
  }
  return wrong;
}

test.each(["NSE-CAS", "MCX"])(
  "%s has one state in every minute of 2026, and the next change is when and what it says",
  { timeout: 60_000 },
  (segment) => {
    expect(differences(segment, () => true)).toEqual([]);
  },
);

test.each(Object.keys(exchangeCalendar.hours))(
  "%s is right in the first and the last minute of every phase of 2026, and every 97 minutes",
  (segment) => {
    const isEdge = (minute: number, year: readonly string[]) =>
      minute % 97 === 0 || year[minute] !== year[minute - 1] || year[minute] !== year[minute + 1];
    expect(differences(segment, isEdge)).toEqual([]);
  },
);

test("the phases change at the first millisecond of a minute", () => {
  for (const segment of ["NSE", "NSE-CAS", "NFO-FUT", "MCX", "CDS"]) {
    const year = drawYear(segment);
    for (let minute = 1; minute < minutesInYear; minute += 1) {
      if (year[minute] === year[minute - 1]) continue;
      const change = yearStart + minute * 60_000;
      const phases = [change - 1, change].map((time) => {
        const status = getMarketStatus(segment, new Date(time));
        return status.known ? status.phase : "unknown";
      });
      expect(phases).toEqual([year[minute - 1], year[minute]]);
    }
  }
});
