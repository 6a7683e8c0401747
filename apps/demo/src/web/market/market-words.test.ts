import { expect, test } from "vitest";
import { infy as share } from "../testing/infy.ts";
import type { MarketRow } from "./market-row.ts";
import { daysUntil, descriptionOf, kindOf, nextChange } from "./market-words.ts";

const now = Date.parse("2026-01-05T08:00:00+05:30");
const market = (at: string): MarketRow => ({
  segment: "NSE",
  phase: "closed",
  reason: null,
  confirmed: true,
  next: { at: new Date(at), phase: "pre-open" },
});

test("says when a market changes, as near as it is, in Indian time", () => {
  expect(nextChange(market("2026-01-05T09:00:00+05:30"), now)).toBe("Pre-open at 09:00");
  expect(nextChange(market("2026-01-06T09:00:00+05:30"), now)).toBe("Pre-open on Tue, 09:00");
  expect(nextChange(market("2026-01-13T09:00:00+05:30"), now)).toBe("Pre-open on 13 Jan, 09:00");
  const close = { at: new Date("2026-01-05T15:30:00+05:30"), phase: "closed" } as const;
  expect(nextChange({ ...market("2026-01-05"), next: close }, now)).toBe("Closes at 15:30");
  expect(nextChange({ ...market("2026-01-05"), next: null }, now)).toBeUndefined();
});

test("days are counted by the Indian calendar, whatever the hour", () => {
  expect(daysUntil("2026-01-05", Date.parse("2026-01-05T00:01:00+05:30"))).toBe(0);
  expect(daysUntil("2026-01-05", Date.parse("2026-01-05T23:59:00+05:30"))).toBe(0);
  expect(daysUntil("2026-01-08", now)).toBe(3);
});

test("describes shares by their company, contracts by what they are on", () => {
  expect([kindOf(share), descriptionOf(share)]).toEqual(["Share", "INFOSYS"]);
  expect(kindOf({ ...share, segment: "INDICES" })).toBe("Index");
  expect(descriptionOf({ ...share, segment: "INDICES", tradingsymbol: "NIFTY 50", name: "NIFTY 50" })).toBe("Index");
  const call = { ...share, name: "NIFTY", instrument_type: "CE", expiry: "2026-01-08", strike: 24_800 };
  expect(descriptionOf(call)).toBe("24,800 Call on NIFTY, expires 8 Jan 2026");
  const future = { ...share, name: "", instrument_type: "FUT", expiry: "2026-01-08", strike: 0 };
  expect(descriptionOf(future)).toBe("Future, expires 8 Jan 2026");
});
