import { expect, test } from "vitest";
import { endOfSpan, readMoment } from "./moment.ts";

const NOON = Date.parse("2026-03-02T12:00:00+05:30");

test.each([
  ["2026-03-02 12:00", NOON],
  ["2026-03-02T12:00:00", NOON],
  ["2026-03-02T12:00:00.250", NOON + 250],
  ["2026-03-02", NOON - 12 * 3_600_000],
  ["2026-03-02T06:30Z", NOON],
  ["2026-03-02T12:00+05:30", NOON],
  ["2026-03-02T12:00+0530", NOON],
  [new Date(NOON), NOON],
  [NOON + 0.75, NOON],
])("reads %j", (moment, at) => {
  expect(readMoment(moment, "setTime")).toBe(at);
});

test.each(["", "noon", "2026-02-30", "2026-13-01", "12:00", "2026-03-02 25:00", new Date("never"), Number.NaN])(
  "refuses %j as a moment, and names the place",
  (moment) => {
    expect(() => readMoment(moment, "setTime")).toThrow(
      new TypeError('setTime: expected a valid date, epoch milliseconds or a text like "2026-03-02 09:15"'),
    );
  },
);

test.each([
  [0, 0],
  [1500, 1500],
  ["250ms", 250],
  ["30s", 30_000],
  ["5m", 300_000],
  ["2h", 7_200_000],
  ["1d", 86_400_000],
  ["1h30m", 5_400_000],
  ["1.5h", 5_400_000],
  ["12:01", 60_000],
  ["12:00:30", 30_000],
  ["12:00", 86_400_000],
  ["09:15", (21 * 60 + 15) * 60_000],
])("a span of %j ends in its time", (span, ms) => {
  expect(endOfSpan(span, NOON) - NOON).toBe(ms);
});

test.each([
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "",
  "5",
  "-5m",
  "5 m",
  "five minutes",
  "24:00",
  "m5",
  "5m!",
  null,
])("refuses %j as a span", (span) => {
  expect(() => endOfSpan(span as never, NOON)).toThrow(TypeError);
});
