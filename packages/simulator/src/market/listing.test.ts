import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { dateOf, dayOfDate } from "./day.ts";
import { keyOf } from "./instrument.ts";
import { Listing } from "./listing.ts";
import { sessionOn } from "./session.ts";

vi.setConfig({ testTimeout: 60_000 });

const listing = (date: string, seed = 7): Listing => new Listing(seed, dayOfDate(date), "");
const expiriesOf = (date: string, symbol: RegExp): string[] => {
  const { instruments } = listing(date).on(dayOfDate(date));
  return [...new Set(instruments.filter((i) => symbol.test(keyOf(i))).map(({ expiry }) => expiry))].sort();
};

describe("expiries", () => {
  test("NIFTY has three months of futures and four weeks of options besides", () => {
    // Tuesdays, moved to Monday where Tuesday is a holiday: 3 March (Holi), 31 March, 14 April
    expect(expiriesOf("2026-03-02", /^NFO:NIFTY\d\d...FUT$/)).toEqual(["2026-03-30", "2026-04-28", "2026-05-26"]);
    expect(expiriesOf("2026-03-02", /^NFO:NIFTY263\d\d.*CE$/)).toEqual([
      "2026-03-02",
      "2026-03-10",
      "2026-03-17",
      "2026-03-24",
    ]);
    expect(expiriesOf("2026-04-01", /^NFO:NIFTY264\d\d.*PE$/)).toEqual(["2026-04-07", "2026-04-13", "2026-04-21"]);
  });

  test("SENSEX ends on Thursdays, moved to Wednesday by a holiday", () => {
    expect(expiriesOf("2026-03-02", /^BFO:SENSEX\d\d...FUT$/)).toEqual(["2026-03-25", "2026-04-30", "2026-05-27"]);
  });

  test("a contract is listed on its last day and gone on the next", () => {
    const calendar = listing("2026-03-30");
    expect(calendar.on(dayOfDate("2026-03-30")).byKey.has("NFO:NIFTY26MARFUT")).toBe(true);
    expect(calendar.on(dayOfDate("2026-03-31")).byKey.has("NFO:NIFTY26MARFUT")).toBe(false);
    expect(calendar.on(dayOfDate("2026-03-31")).byKey.has("NFO:NIFTY26JUNFUT")).toBe(true);
    // still known to those who hold it
    expect(calendar.known("NFO:NIFTY26MARFUT")?.expiry).toBe("2026-03-30");
  });

  test("codes of months within a week's symbol", () => {
    expect(expiriesOf("2026-10-05", /^NFO:NIFTY26O06\d+CE$/)).toEqual(["2026-10-06"]);
    expect(expiriesOf("2026-11-02", /^NFO:NIFTY26N03\d+CE$/)).toEqual(["2026-11-03"]);
    expect(expiriesOf("2026-12-01", /^NFO:NIFTY26D01\d+CE$/)).toEqual(["2026-12-01"]);
    expect(expiriesOf("2026-12-28", /^NFO:NIFTY27105\d+CE$/)).toEqual(["2027-01-05"]);
  });
});

test("on any day: unique names and tokens, no contract expired, every expiry a trading day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 16_500, max: 24_000 }), fc.integer(), (day, seed) => {
      const { instruments, byKey, byToken } = new Listing(seed, day, "").on(day);
      expect([byKey.size, byToken.size]).toEqual([instruments.length, instruments.length]);
      const today = dateOf(day);
      const bad = instruments.filter(({ instrument_token, expiry, listed, spot }) => {
        if (instrument_token >= 2 ** 31 || listed > today) return true;
        const isTradingDay = (date: string) => sessionOn(spot.hours, dayOfDate(date)) !== undefined;
        return expiry !== "" && !(expiry >= today && isTradingDay(expiry) && isTradingDay(listed));
      });
      expect(bad).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("an instrument stays the same object from day to day", () => {
  const calendar = listing("2026-03-02");
  const key = "NFO:NIFTY26APRFUT";
  const first = calendar.on(dayOfDate("2026-03-02")).byKey.get(key);
  expect(first).toBeDefined();
  expect(calendar.on(dayOfDate("2026-04-01")).byKey.get(key)).toBe(first);
});

test("what is looked for alone is what is found in the list of the day", () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 20_000, max: 21_200 }),
      fc.array(fc.record({ later: fc.integer({ min: -60, max: 60 }), pick: fc.nat() }), { minLength: 1, maxLength: 4 }),
      (seed, start, looks) => {
        const [quick, whole] = [new Listing(seed, start, ""), new Listing(seed, start, "")];
        for (const { later, pick } of looks) {
          const day = start + later;
          const keys = [
            ...whole.on(day).byKey.keys(),
            ...whole.on(day - 20).byKey.keys(),
            ...whole.on(day + 20).byKey.keys(),
          ];
          const today = whole.on(day).byKey;
          for (let index = pick % 97; index < keys.length; index += 97) {
            const key = keys[index] as string;
            expect([key, quick.find(key, day)?.instrument_token]).toEqual([key, today.get(key)?.instrument_token]);
          }
        }
      },
    ),
    { numRuns: 10 },
  );
});

test("a future's series leads to the contract that was the next to expire", () => {
  const calendar = listing("2026-03-02");
  const future = calendar.on(dayOfDate("2026-03-02")).byKey.get("NFO:NIFTY26MAYFUT");
  const option = calendar.on(dayOfDate("2026-03-02")).byKey.get("NFO:NIFTY26APR25000CE");
  if (!future || !option) throw new Error("the contracts are missing");
  const symbolOn = (date: string) => calendar.frontFuture(future, dayOfDate(date))?.tradingsymbol;
  expect(symbolOn("2026-03-02")).toBe("NIFTY26MARFUT");
  expect(symbolOn("2021-06-24")).toBe("NIFTY21JUNFUT");
  expect(symbolOn("2021-06-30")).toBe("NIFTY21JULFUT");
  expect(calendar.frontFuture(option, dayOfDate("2026-03-02"))).toBeUndefined();
});
