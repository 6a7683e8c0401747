import { expect, test } from "vitest";
import { summaryOf } from "./holdings-summary.ts";

test("agrees with the worked example of the reference", () => {
  const summary = summaryOf(41_044.40405, 47_842.64, -76.8);
  expect(summary.total_pnl).toBeCloseTo(6798.23595, 8);
  expect(summary.total_pnl_percent).toBeCloseTo(16.563125, 6);
  expect(summary.today_pnl_percent).toBeCloseTo(-0.160269, 6);
});

test("an empty account sums up to zeros, not to NaN", () => {
  expect(Object.values(summaryOf(0, 0, 0))).toEqual([0, 0, 0, 0, 0, 0]);
});
