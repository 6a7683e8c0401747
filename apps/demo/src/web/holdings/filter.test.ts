import { expect, test } from "vitest";
import { badgesOf } from "./badges.ts";
import { matching } from "./filter.ts";
import type { HoldingRow } from "./holding-row.ts";

const row = (facts: Partial<HoldingRow>): HoldingRow => ({
  exchange: "NSE",
  tradingsymbol: "INFY",
  units: 10,
  average_price: 1,
  last_price: 1,
  allocation: 0,
  t1_quantity: 0,
  pledged_quantity: 0,
  mtf_quantity: 0,
  discrepancy: false,
  invested_amount: 0,
  current_value: 0,
  total_pnl: 0,
  total_pnl_percent: 0,
  today_pnl: 0,
  today_pnl_percent: 0,
  ...facts,
});
const rows = [row({}), row({ tradingsymbol: "TCS", exchange: "BSE" }), row({ tradingsymbol: "M&M", mtf_quantity: 40 })];
const symbols = (search: string) => matching(rows, search).map(({ tradingsymbol }) => tradingsymbol);

test("finds by symbol, exchange and badge, whatever the case", () => {
  expect(symbols("inf")).toEqual(["INFY"]);
  expect(symbols("bse")).toEqual(["TCS"]);
  expect(symbols("mtf")).toEqual(["M&M"]);
  expect(symbols("m&m")).toEqual(["M&M"]);
});

test("every word has to occur; none means all rows", () => {
  expect(symbols("nse m&")).toEqual(["M&M"]);
  expect(symbols("nse tcs")).toEqual([]);
  expect(symbols("  ")).toEqual(["INFY", "TCS", "M&M"]);
});

test("badges name what is not an ordinary delivered unit, and how many there are", () => {
  expect(badgesOf(row({}))).toEqual([]);
  const special = row({ t1_quantity: 5, pledged_quantity: 1200, mtf_quantity: 40, discrepancy: true });
  expect(badgesOf(special).map(({ text }) => text)).toEqual(["T1 5", "Pledged 1,200", "MTF 40", "Cost?"]);
});
