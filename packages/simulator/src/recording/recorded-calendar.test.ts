import { expect, test } from "vitest";
import { dayOfDate } from "../market/day.ts";
import { calendarOf } from "./recorded-calendar.ts";

const at = (text: string): number => Date.parse(`${text}+05:30`);

test("an ordinary day has its ordinary hours, however long was recorded", () => {
  const calendar = calendarOf({ start: at("2026-03-02T10:00"), end: at("2026-03-02T11:00") });
  expect(calendar.on("index", dayOfDate("2026-03-02"))).toMatchObject({
    open: at("2026-03-02T09:15"),
    close: at("2026-03-02T15:30"),
  });
});

test("a Sunday that was recorded was open as long as the recording", () => {
  const calendar = calendarOf({ start: at("2026-11-08T18:00:30"), end: at("2026-11-08T19:00:30") });
  const sunday = { open: at("2026-11-08T18:00"), close: at("2026-11-08T19:01") };
  for (const hours of ["equity", "currency", "commodity"] as const) {
    expect(calendar.on(hours, dayOfDate("2026-11-08"))).toMatchObject(sunday);
  }
  expect(calendar.on("equity", dayOfDate("2026-11-15"))).toBeUndefined();
});
