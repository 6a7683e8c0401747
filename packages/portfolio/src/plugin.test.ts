import { createKite } from "@kite/core";
import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import { summarizeHoldings } from "./analytics/summarize-holdings.ts";
import { portfolio } from "./plugin.ts";
import { aaron, aaronWire } from "./testing/rows.ts";

test("binds every call under kite.portfolio, and leaves the pure functions as they are", async () => {
  const server = await answering({ json: { status: "success", data: [aaronWire] } });
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment }).use(portfolio());
  expect(Object.keys(kite.portfolio).sort()).toEqual([
    "authoriseHoldings",
    "convertPosition",
    "getAuctions",
    "getAuthorisationURL",
    "getHoldings",
    "getHoldingsByExchange",
    "getHoldingsCompact",
    "getHoldingsSummary",
    "getPortfolioPerformance",
    "getPositions",
    "getPositionsWithPnl",
    "summarizeHoldings",
    "summarizePerformance",
    "summarizePositions",
  ]);
  const holdings = await kite.portfolio.getHoldings();
  expect(holdings).toEqual([aaron]);
  expect((await kite.portfolio.getHoldings.raw()).data).toEqual([aaronWire]);
  expect(kite.portfolio.summarizeHoldings(holdings)).toEqual(summarizeHoldings([aaron]));
  expect((await kite.portfolio.getHoldingsByExchange())[0]?.exchange).toBe("NSE");
});
