import { expect, test } from "vitest";
import { runOnce } from "./once.ts";
import { createPaint } from "./terminal/paint.ts";

test("the walk shows every step, and the converted position under both products", { timeout: 30_000 }, async () => {
  const lines: string[] = [];
  await runOnce({
    paint: createPaint(false),
    line: (text = "") => lines.push(text),
    block: (texts) => lines.push(...texts),
  });
  const steps = lines.filter((line) => line.startsWith("✓")).map((line) => line.split(" ")[1]);
  expect(steps).toEqual([
    "kite.auth.generateSession",
    "kite.auth.getProfile",
    "kite.auth.getMargins",
    "kite.marketData.loadInstruments",
    "kite.marketData.searchInstruments",
    "kite.marketData.getQuote",
    "kite.marketData.getHistoricalData",
    "kite.orders.checkOrder",
    "kite.orders.getOrderMargins",
    "kite.orders.placeAndConfirm",
    "kite.orders.getOrders",
    "kite.orders.getOrderHistory",
    "kite.orders.getTradesWithPnl",
    "kite.portfolio.getPositionsWithPnl",
    "kite.gtt.placeGTT",
    "kite.gtt.getGTTs",
    "kite.gtt.deleteGTT",
    "kite.alerts.createAlert",
    "kite.alerts.getAlerts",
    "kite.alerts.deleteAlerts",
    "kite.mf.getMFInstruments",
    "kite.mf.getMFHoldings",
    "kite.mf.getMFSIPs",
    "kite.portfolio.getHoldings",
    "kite.portfolio.getPositionsWithPnl",
    "kite.portfolio.convertPosition",
    "kite.portfolio.getPositionsWithPnl",
    "kite.auth.invalidateAccessToken",
  ]);
  const after = lines.slice(lines.findIndex((line) => line.includes("convertPosition")));
  expect(after.filter((line) => /^NSE:AXISBANK +(CNC|MIS) /.test(line))).toHaveLength(2);
  expect(lines.some((line) => /^Logged out\. \d+ requests, 0 repeated/.test(line))).toBe(true);
});
