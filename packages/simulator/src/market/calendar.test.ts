import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { istTimestamp } from "../ist.ts";
import { Calendar } from "./calendar.ts";
import { dayOfDate, startOfDay } from "./day.ts";
import { type Hours, timetables } from "./hours.ts";

afterEach(() => void vi.unstubAllEnvs());

const MINUTE_MS = 60_000;

/** Every change of a day, as `09:15 continuous`. */
function changesOf(hours: Hours, date: string, calendar = new Calendar()): string[] {
  const midnight = startOfDay(dayOfDate(date));
  const changes: string[] = [];
  let phase: string | undefined;
  for (let minute = 0; minute < 1440; minute += 1) {
    const at = midnight + minute * MINUTE_MS;
    const next = calendar.phase(hours, at);
    // to the last millisecond
    expect(calendar.phase(hours, at + MINUTE_MS - 1)).toBe(next);
    if (next !== phase) changes.push(`${istTimestamp(at).slice(11, 16)} ${next ?? "closed"}`);
    phase = next;
  }
  return changes;
}

const shares = ["09:00 pre-open", "09:15 continuous", "15:30 closed", "15:40 post-close", "16:00 closed"];

describe("before and after August 2026", () => {
  test.each<[Hours, string, string[]]>([
    ["equity", "2026-07-31", shares],
    ["equity", "2026-08-03", shares],
    ["auctioned", "2026-07-31", shares],
    [
      "auctioned",
      "2026-08-03",
      [
        "09:00 pre-open",
        "09:15 continuous",
        "15:15 closing-auction",
        "15:35 closed",
        "15:40 post-close",
        "16:00 closed",
      ],
    ],
    ["index", "2026-08-03", ["09:15 continuous", "15:30 closed"]],
    ["option", "2026-07-31", ["09:15 continuous", "15:30 closed"]],
    ["option", "2026-08-03", ["09:15 continuous", "15:40 closed"]],
    ["future", "2025-12-05", ["09:15 continuous", "15:30 closed"]],
    ["future", "2025-12-08", ["09:00 pre-open", "09:15 continuous", "15:30 closed"]],
    ["future", "2026-08-03", ["09:00 pre-open", "09:15 continuous", "15:40 closed"]],
    ["currency", "2026-08-03", ["09:00 continuous", "17:00 closed"]],
    ["currency", "2026-04-01", []],
    ["commodity", "2026-08-03", ["09:00 continuous", "23:30 closed"]],
    ["commodity", "2026-11-10", ["17:00 continuous", "23:55 closed"]],
    ["commodity", "2026-09-14", ["17:00 continuous", "23:30 closed"]],
    ["agri", "2026-08-03", ["09:00 continuous", "17:00 closed"]],
    ["agri", "2026-09-14", []],
    ["auctioned", "2026-10-02", []],
    ["auctioned", "2026-08-08", []],
  ])("%s on %s", (hours, date, expected) => expect(changesOf(hours, date)).toEqual(expected));
});

test.each(["America/New_York", "Pacific/Auckland", "UTC"])("nothing of it depends on the host's zone: %s", (zone) => {
  vi.stubEnv("TZ", zone);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  expect(changesOf("auctioned", "2026-08-03")[2]).toBe("15:15 closing-auction");
  expect(changesOf("commodity", "2026-03-08")).toEqual([]);
  expect(changesOf("commodity", "2026-03-09")).toEqual(["09:00 continuous", "23:30 closed"]);
});

test("auctions stop taking orders before they end", () => {
  const calendar = new Calendar();
  const takes = (clock: string) => calendar.takesOrders("auctioned", Date.parse(`2026-08-03T${clock}+05:30`));
  expect(["09:00:00", "09:07:59", "10:00:00", "15:20:00", "15:29:59", "15:40:00"].filter((one) => !takes(one))).toEqual(
    [],
  );
  expect(["08:59:59", "09:08:00", "09:14:59", "15:15:00", "15:19:59", "15:30:00", "15:35:00"].filter(takes)).toEqual(
    [],
  );
});

test("a session is the continuous part of its day, with the minute of the closing auction", () => {
  const session = new Calendar().on("auctioned", dayOfDate("2026-08-03"));
  if (!session) throw new Error("a Monday has a session");
  const clocks = [session.open, session.close, session.auction ?? 0].map((at) => istTimestamp(at).slice(11));
  expect(clocks).toEqual(["09:15:00", "15:15:00", "15:30:00"]);
  expect(new Calendar().on("auctioned", dayOfDate("2026-07-31"))?.auction).toBeUndefined();
});

test("special sessions replace the day, for the markets they are for", () => {
  const muhurat = { date: "2026-11-08", from: "18:15", to: "19:15" };
  const calendar = new Calendar([muhurat, { date: "2026-11-09", from: "10:00", to: "11:00", markets: ["equity"] }]);
  for (const hours of Object.keys(timetables) as Hours[]) {
    expect(changesOf(hours, "2026-11-08", calendar)).toEqual(["18:15 continuous", "19:15 closed"]);
  }
  expect(changesOf("future", "2026-11-09", calendar)).toEqual(["10:00 continuous", "11:00 closed"]);
  expect(changesOf("currency", "2026-11-09", calendar)).toEqual(["09:00 continuous", "17:00 closed"]);
  expect(calendar.before("index", dayOfDate("2026-11-09")).day).toBe(dayOfDate("2026-11-08"));
});

test("everything that follows a share trades within the hours of the options", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 16_500, max: 24_000 }),
      fc.constantFrom<Hours>("equity", "auctioned", "index", "future"),
      (day, hours) => {
        const calendar = new Calendar();
        const [session, widest] = [calendar.on(hours, day), calendar.on("option", day)];
        expect(session === undefined).toBe(widest === undefined);
        if (!session || !widest) return;
        expect(session.open).toBe(widest.open);
        expect(Math.max(session.close, session.auction ?? 0)).toBeLessThanOrEqual(widest.close);
      },
    ),
  );
});
