import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import type { ExchangeCalendar, MarketSession } from "./calendar.ts";
import { exchangeCalendar } from "./exchange-calendar.ts";
import { getMarketStatus, getMarketStatusAll } from "./get-market-status.ts";

const ist = (text: string): Date => new Date(`${text.replace(" ", "T")}:00+05:30`);
const phaseOf = (segment: string, text: string, calendar?: ExchangeCalendar): string => {
  const status = getMarketStatus(segment, ist(text), calendar);
  return status.known ? status.phase : "unknown";
};

test("tells the phase, why it is closed, and the next change", () => {
  expect(getMarketStatus("NSE", ist("2026-03-04 10:00"))).toEqual({
    known: true,
    segment: "NSE",
    at: ist("2026-03-04 10:00"),
    phase: "continuous",
    isOpen: true,
    reason: undefined,
    day: undefined,
    confirmed: true,
    next: { at: ist("2026-03-04 15:30"), phase: "closed" },
  });
  expect(getMarketStatus("NSE", ist("2026-03-04 20:00"))).toMatchObject({ phase: "closed", reason: "hours" });
  expect(getMarketStatus("NSE", ist("2026-03-07 10:00"))).toMatchObject({ phase: "closed", reason: "weekend" });
  expect(getMarketStatus("NSE", ist("2026-03-03 10:00"))).toMatchObject({ reason: "holiday", day: "Holi" });
});

test("looks over a holiday and a weekend for the next change", () => {
  // Good Friday is the 3rd; the Tuesday before, the 31st of March, is a holiday too.
  const next = { at: ist("2026-04-06 09:00"), phase: "pre-open" };
  expect(getMarketStatus("NSE", ist("2026-04-02 16:00"))).toMatchObject({ next });
  expect(getMarketStatus("NSE", ist("2026-03-30 16:00"))).toMatchObject({ next: { at: ist("2026-04-01 09:00") } });
});

test.each([
  ["NSE", "2026-07-31", ["09:00 pre-open", "09:15 continuous", "15:30 closed", "15:40 post-close", "16:00 closed"]],
  ["NSE-CAS", "2026-07-31", ["09:00 pre-open", "09:15 continuous", "15:30 closed", "15:40 post-close", "16:00 closed"]],
  [
    "NSE-CAS",
    "2026-08-03",
    ["09:00 pre-open", "09:15 continuous", "15:15 closing-auction", "15:35 closed", "15:40 post-close", "16:00 closed"],
  ],
  ["NSE", "2026-08-03", ["09:00 pre-open", "09:15 continuous", "15:30 closed", "15:40 post-close", "16:00 closed"]],
  ["NFO", "2026-07-31", ["09:15 continuous", "15:30 closed"]],
  ["NFO", "2026-08-03", ["09:15 continuous", "15:40 closed"]],
  ["NFO-FUT", "2026-08-03", ["09:00 pre-open", "09:15 continuous", "15:40 closed"]],
  ["CDS", "2026-03-04", ["09:00 continuous", "17:00 closed"]],
  ["MCX", "2026-03-06", ["09:00 continuous", "23:55 closed"]],
  ["MCX", "2026-03-09", ["09:00 continuous", "23:30 closed"]],
  ["MCX", "2026-10-30", ["09:00 continuous", "23:30 closed"]],
  ["MCX", "2026-11-02", ["09:00 continuous", "23:55 closed"]],
  ["MCX", "2026-01-01", ["09:00 continuous", "17:00 closed"]],
  ["MCX", "2026-03-03", ["17:00 continuous", "23:55 closed"]],
  ["MCX", "2026-10-02", []],
  ["NSE", "2026-01-01", ["09:00 pre-open", "09:15 continuous", "15:30 closed", "15:40 post-close", "16:00 closed"]],
])("%s on %s: %j", (segment, date, expected) => {
  const changes: string[] = [];
  let status = getMarketStatus(segment, ist(`${date} 00:00`));
  expect(phaseOf(segment, `${date} 00:00`)).toBe("closed");
  while (status.next && status.next.at < ist(`${date} 23:59`)) {
    const clock = new Date(status.next.at.getTime() + 19_800_000).toISOString().slice(11, 16);
    changes.push(`${clock} ${status.next.phase}`);
    status = getMarketStatus(segment, status.next.at);
  }
  expect(changes).toEqual(expected);
});

test("a segment of the instrument list that has no hours of its own has those of its exchange", () => {
  for (const [segment, exchange] of [
    ["NFO-OPT", "NFO"],
    ["CDS-FUT", "CDS"],
    ["MCX-OPT", "MCX"],
  ] as const) {
    const { segment: _, ...own } = getMarketStatus(segment, ist("2026-09-14 18:00"));
    const { segment: __, ...its } = getMarketStatus(exchange, ist("2026-09-14 18:00"));
    expect(own).toEqual(its);
  }
});

test("outside the calendar it is not known, and it says where it begins to be", () => {
  const before = getMarketStatus("NSE", ist("2025-12-31 10:00"));
  expect(before).toMatchObject({ known: false, next: { at: ist("2026-01-01 00:00"), phase: "closed" } });
  expect(before).toMatchObject({ problem: "the calendar speaks of 2026-01-01 to 2026-12-31" });
  expect(getMarketStatus("NSE", ist("2027-01-01 10:00"))).toMatchObject({ known: false, next: undefined });
  expect(getMarketStatus("NSE", ist("2026-12-31 20:00"))).toMatchObject({
    phase: "closed",
    next: { at: ist("2027-01-01 00:00"), phase: "unknown" },
  });
});

test("a day whose sessions are not announced is not known, and is seen coming", () => {
  expect(getMarketStatus("NSE", ist("2026-11-08 18:30"))).toMatchObject({
    known: false,
    problem: "Diwali, Laxmi Pujan: times are not announced",
    next: { at: ist("2026-11-09 00:00"), phase: "closed" },
  });
  expect(getMarketStatus("NSE", ist("2026-11-06 16:00"))).toMatchObject({
    next: { at: ist("2026-11-08 00:00"), phase: "unknown" },
  });
});

test("what the source is not sure of is marked", () => {
  const confirmed = (segment: string, text: string) => {
    const status = getMarketStatus(segment, ist(text));
    return status.known && status.confirmed;
  };
  expect(confirmed("NFO", "2026-08-03 15:29")).toBe(true);
  expect(confirmed("NFO", "2026-08-03 15:30")).toBe(false);
  expect(confirmed("NSE", "2026-09-04 09:05")).toBe(true);
  expect(confirmed("NSE", "2026-09-07 09:05")).toBe(false);
  expect(confirmed("NSE", "2026-09-07 10:00")).toBe(true);
  expect(confirmed("NSE", "2026-01-15 10:00")).toBe(false);
  expect(confirmed("CDS", "2026-03-04 10:00")).toBe(false);
});

test("a calendar of the caller's own replaces this one, and its last entry for a day counts", () => {
  const muhurat: MarketSession[] = [{ phase: "continuous", from: "18:15", to: "19:15" }];
  const calendar: ExchangeCalendar = {
    ...exchangeCalendar,
    days: [...exchangeCalendar.days, { date: "2026-11-08", name: "Muhurat", sessions: { NSE: muhurat } }],
  };
  expect(phaseOf("NSE", "2026-11-08 18:15", calendar)).toBe("continuous");
  expect(phaseOf("NSE", "2026-11-08 19:15", calendar)).toBe("closed");
  expect(phaseOf("BSE", "2026-11-08 18:15", calendar)).toBe("unknown");
  const later = { ...exchangeCalendar, from: "2027-01-01", to: "2027-12-31", days: [] };
  expect(phaseOf("NSE", "2027-03-02 10:00", later)).toBe("continuous");
  expect(phaseOf("NSE", "2026-03-04 10:00", later)).toBe("unknown");
});

test("a day whose session goes to the end of the day, and one that begins it, join at midnight", () => {
  const round: MarketSession[] = [{ phase: "continuous", from: "00:00", to: "24:00" }];
  const calendar = {
    from: "2026-03-02",
    to: "2026-03-06",
    hours: { X: [{ since: "2026-01-01", sessions: round }] },
    days: [],
  };
  expect(getMarketStatus("X", ist("2026-03-03 12:00"), calendar)).toMatchObject({
    phase: "continuous",
    next: { at: ist("2026-03-07 00:00"), phase: "unknown" },
  });
});

test.each([
  [[{ phase: "continuous", from: "9:15", to: "15:30" }]],
  [[{ phase: "continuous", from: "09:15", to: "24:01" }]],
  [[{ phase: "continuous", from: "15:30", to: "09:15" }]],
  [
    [
      { phase: "continuous", from: "09:15", to: "15:30" },
      { phase: "post-close", from: "15:29", to: "16:00" },
    ],
  ],
])("a calendar with %j is refused when it is used", async (sessions) => {
  const hours = { X: [{ since: "2026-01-01", sessions: sessions as MarketSession[] }] };
  const calendar = { ...exchangeCalendar, hours };
  const error = await caught(() => getMarketStatus("X", ist("2026-03-04 10:00"), calendar));
  expect(error.message).toMatch(/^getMarketStatus: calendar: /);
});

test("a segment that no calendar has is not known", () => {
  for (const segment of ["NSEIX", "nse", "constructor", "MF"]) {
    expect(getMarketStatus(segment, ist("2026-03-04 10:00"))).toMatchObject({
      known: false,
      problem: `the calendar has no segment "${segment}"`,
    });
  }
});

test("a time that is none is refused", async () => {
  for (const at of [new Date(Number.NaN), "2026-03-04", new Date(8.64e15)]) {
    expect((await caught(() => getMarketStatus("NSE", at as Date))).message).toMatch(/^getMarketStatus: at: /);
  }
  expect((await caught(() => getMarketStatus(""))).message).toMatch(/^getMarketStatus: segment: /);
});

test("all markets at once are each what it is alone", () => {
  const at = ist("2026-03-03 18:00");
  const all = getMarketStatusAll(at);
  expect(Object.keys(all)).toEqual(Object.keys(exchangeCalendar.hours));
  for (const [segment, status] of Object.entries(all)) expect(status).toEqual(getMarketStatus(segment, at));
  expect(Object.entries(all).filter(([, status]) => status.known && status.isOpen)).toHaveLength(1);
});

test("what is asked without a time is asked of now", () => {
  const before = Date.now();
  const { at } = getMarketStatus("NSE");
  expect(at.getTime()).toBeGreaterThanOrEqual(before);
  expect(at.getTime()).toBeLessThanOrEqual(Date.now());
});
