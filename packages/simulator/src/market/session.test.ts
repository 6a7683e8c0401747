import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { istTimestamp } from "../ist.ts";
import { dayOfDate } from "./day.ts";
import { type Hours, sessionAt, sessionBefore, sessionOn } from "./session.ts";

const hoursOn = (hours: Hours, date: string): string => {
  const session = sessionOn(hours, dayOfDate(date));
  if (!session) return "closed";
  const [open, close] = [istTimestamp(session.open), istTimestamp(session.close)];
  expect([open.slice(0, 10), close.slice(0, 10)]).toEqual([date, date]);
  return `${open.slice(11, 16)}-${close.slice(11, 16)}`;
};

test.each<[Hours, string, string]>([
  ["equity", "2026-03-02", "09:15-15:30"],
  ["currency", "2026-03-02", "09:00-17:00"],
  ["agri", "2026-03-02", "09:00-17:00"],
  ["commodity", "2026-07-01", "09:00-23:30"],
  ["commodity", "2026-01-05", "09:00-23:55"],
  // the United States change their clocks on 8 March and 1 November 2026
  ["commodity", "2026-03-06", "09:00-23:55"],
  ["commodity", "2026-03-09", "09:00-23:30"],
  ["commodity", "2026-10-30", "09:00-23:30"],
  ["commodity", "2026-11-02", "09:00-23:55"],
  // in 2020 on the very day that 8 March and 1 November fell on
  ["commodity", "2020-03-06", "09:00-23:55"],
  ["commodity", "2020-03-09", "09:00-23:30"],
  ["commodity", "2020-11-02", "09:00-23:55"],
  // nobody knows the holidays of other years
  ["equity", "2025-12-25", "09:15-15:30"],
])("%s on %s: %s", (hours, date, expected) => {
  expect(hoursOn(hours, date)).toBe(expected);
});

describe("holidays of 2026", () => {
  const late = (date: string): string => (date < "2026-03-08" || date >= "2026-11-01" ? "23:55" : "23:30");

  test.each([
    "2026-01-15",
    "2026-03-03",
    "2026-03-26",
    "2026-03-31",
    "2026-04-14",
    "2026-05-01",
    "2026-05-28",
    "2026-06-26",
    "2026-09-14",
    "2026-10-20",
    "2026-11-10",
    "2026-11-24",
  ])("on %s only commodities trade, from 17:00", (date) => {
    expect(hoursOn("equity", date)).toBe("closed");
    expect(hoursOn("currency", date)).toBe("closed");
    expect(hoursOn("agri", date)).toBe("closed");
    expect(hoursOn("commodity", date)).toBe(`17:00-${late(date)}`);
  });

  test.each(["2026-01-26", "2026-04-03", "2026-10-02", "2026-12-25"])("on %s nothing trades", (date) => {
    for (const hours of ["equity", "currency", "agri", "commodity"] as const) {
      expect(hoursOn(hours, date)).toBe("closed");
    }
  });

  test("on New Year only the commodity evening is missing", () => {
    expect(hoursOn("equity", "2026-01-01")).toBe("09:15-15:30");
    expect(hoursOn("commodity", "2026-01-01")).toBe("09:00-17:00");
  });

  test("leave 245 of the 261 weekdays to shares", () => {
    const days = Array.from({ length: 365 }, (_, index) => dayOfDate("2026-01-01") + index);
    expect(days.filter((day) => sessionOn("equity", day))).toHaveLength(245);
  });
});

test("weekends are closed, in any year", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
      const name = new Date(day * 86_400_000).toUTCString().slice(0, 3);
      if (name === "Sat" || name === "Sun") expect(sessionOn("commodity", day)).toBeUndefined();
    }),
  );
});

test("the session at a moment is the one under way or the latest before", () => {
  const at = (text: string) => istTimestamp(sessionAt("equity", Date.parse(`${text}+05:30`)).open);
  expect(at("2026-03-02T09:14:59")).toBe("2026-02-27 09:15:00");
  expect(at("2026-03-02T09:15:00")).toBe("2026-03-02 09:15:00");
  expect(at("2026-03-02T23:59:59")).toBe("2026-03-02 09:15:00");
  expect(at("2026-03-03T12:00:00")).toBe("2026-03-02 09:15:00"); // Holi
  expect(at("2026-03-08T12:00:00")).toBe("2026-03-06 09:15:00"); // a Sunday
  expect(istTimestamp(sessionBefore("equity", dayOfDate("2026-03-04")).open)).toBe("2026-03-02 09:15:00");
});
