import { expect, test } from "vitest";
import { getMarketStatus } from "../packages/market-data/src/calendar/get-market-status.ts";
import { Calendar } from "../packages/simulator/src/market/calendar.ts";

/** What the SDK calls a market, and what the exchange that must not import it calls its hours. */
const markets = [
  ["NSE", "equity"],
  ["NSE-CAS", "auctioned"],
  ["NFO", "option"],
  ["NFO-FUT", "future"],
  ["CDS", "currency"],
  ["MCX", "commodity"],
  ["MCX-AGRI", "agri"],
] as const;

/** Kite's own list does not say how MCX trades on this day; the exchange has to decide. */
const open = new Set(["2026-01-15"]);

test.each(markets)(
  "%s has the same phases at every fifth minute of 2026 in the SDK's calendar and in the simulator's",
  (segment, hours) => {
    const calendar = new Calendar();
    const differences: string[] = [];
    let compared = 0;
    for (let day = 0; day < 365; day += 1) {
      for (let minute = 8 * 60; minute < 24 * 60; minute += 5) {
        const at = Date.parse("2026-01-01T00:00:00+05:30") + (day * 1440 + minute) * 60_000;
        const date = new Date(at + 330 * 60_000).toISOString();
        const status = getMarketStatus(segment, new Date(at));
        if (!status.known || open.has(date.slice(0, 10))) continue;
        compared += 1;
        const phase = calendar.phase(hours, at) ?? "closed";
        if (status.phase !== phase) differences.push(`${date.slice(0, 16)}: ${status.phase}, ${phase}`);
      }
    }
    expect(compared).toBeGreaterThan(60_000);
    expect(differences.slice(0, 10)).toEqual([]);
  },
);
