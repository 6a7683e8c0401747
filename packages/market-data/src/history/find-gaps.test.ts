import type { Candle } from "@kite/models";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findGaps } from "./find-gaps.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-09-25T12:00:00+05:30"), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const at = (time: string): Candle => ({
  date: new Date(`${time}+05:30`),
  open: 1,
  high: 1,
  low: 1,
  close: 1,
  volume: 1,
});
const nse = { instrument_token: 408065, interval: "minute" };

test("weekends and holidays are no gaps, other days without a candle are", () => {
  // 3 March is Holi, 7 and 8 March are a weekend.
  const candles = [at("2026-03-02T09:15:00"), at("2026-03-05T15:29:00")];
  const gaps = findGaps(candles, { ...nse, from: "2026-03-01", to: "2026-03-09" });
  expect(gaps).toEqual({ days: ["2026-03-04", "2026-03-06", "2026-03-09"], complete: true });
});

test("the exchange is told by the token: MCX trades on the evening of Holi", () => {
  const gaps = findGaps([], { instrument_token: 58424839, interval: "day", from: "2026-03-03", to: "2026-03-03" });
  expect(gaps).toEqual({ days: ["2026-03-03"], complete: true });
});

test("a day counts when its trading lies in the range as a whole", () => {
  const part = { ...nse, from: "2026-03-04 09:16:00", to: "2026-03-05 15:28:59" };
  expect(findGaps([], part).days).toEqual([]);
  expect(findGaps([], { ...part, from: "2026-03-04 09:15:00", to: "2026-03-05 15:29:00" }).days).toEqual([
    "2026-03-04",
    "2026-03-05",
  ]);
  expect(findGaps([], { ...part, interval: "day" }).days).toEqual(["2026-03-05"]);
});

test("today counts when its trading is over, the future never", () => {
  const week = { ...nse, from: "2026-09-24", to: "2026-09-30" };
  expect(findGaps([], week).days).toEqual(["2026-09-24"]);
  vi.setSystemTime(new Date("2026-09-25T15:30:00+05:30"));
  expect(findGaps([], week).days).toEqual(["2026-09-24", "2026-09-25"]);
});

test.each([
  ["before the calendar", { ...nse, from: "2025-12-30", to: "2026-01-02" }, ["2026-01-01", "2026-01-02"]],
  ["an exchange that no calendar has", { ...nse, instrument_token: 522, from: "2026-03-02", to: "2026-03-02" }, []],
  [
    "currencies, whose holidays are not known for sure",
    { ...nse, instrument_token: 412675, from: "2026-03-02", to: "2026-03-02" },
    [],
  ],
  ["a day whose sessions are not announced", { ...nse, from: "2026-11-08", to: "2026-11-08" }, []],
])("says that the list may not be complete: %s", (_, range, days) => {
  expect(findGaps([], range)).toEqual({ days, complete: false });
});

test("a candle around midnight belongs to its day in India", () => {
  const late = findGaps([at("2026-03-04T00:00:00")], { ...nse, interval: "day", from: "2026-03-04", to: "2026-03-05" });
  expect(late.days).toEqual(["2026-03-05"]);
});
