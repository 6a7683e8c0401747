import { isKiteError } from "@kite/core";
import type { Holding } from "@kite/models";
import { expect, test } from "vitest";
import { aaron, sbin } from "../testing/rows.ts";
import { summarizeHoldings } from "./summarize-holdings.ts";

const none = { units: 0, invested_amount: 0, current_value: 0, total_pnl: 0, initial_margin: 0 };

test("gives the published gains of single holdings", () => {
  const [first, second] = summarizeHoldings([aaron, sbin]).holdings;
  expect(first).toMatchObject({ units: 1, invested_amount: 161, current_value: 352.95, total_pnl: 191.95 });
  expect(first?.today_pnl).toBe(0.6);
  expect(first?.today_pnl_percent).toBeCloseTo(0.1703, 4);
  expect(second).toMatchObject({ units: 16, invested_amount: 12828.5, current_value: 12199.2, total_pnl: -629.3 });
  expect(second?.today_pnl).toBe(-63.2);
  expect(second?.today_pnl_percent).toBeCloseTo(-0.5154, 4);
  expect(first?.holding).toBe(aaron);
});

test("gives the percentages of the published summary", () => {
  // One row with the sums of that summary: what it cost, is worth, and was worth at the previous close.
  const all = { ...aaron, average_price: 41044.40405, last_price: 47842.64, close_price: 47919.44 };
  const summary = summarizeHoldings([all]);
  expect(summary).toMatchObject({ total_pnl: 6798.23595, today_pnl: -76.8 });
  expect(summary.total_pnl_percent).toBeCloseTo(16.563125, 6);
  expect(summary.today_pnl_percent).toBeCloseTo(-0.160269, 6);
});

test("counts units that are bought and not delivered yet, and leaves units sold today alone", () => {
  const row = { ...aaron, quantity: 2, t1_quantity: 3, used_quantity: 4 };
  expect(summarizeHoldings([row])).toMatchObject({ invested_amount: 805, current_value: 1764.75, today_pnl: 3 });
});

test("computes from the prices, so that a live price moves every figure", () => {
  const live = { ...aaron, last_price: 400 };
  expect(summarizeHoldings([live])).toMatchObject({ current_value: 400, total_pnl: 239, today_pnl: 47.65 });
});

test("an empty portfolio gives zeros", () => {
  expect(summarizeHoldings([])).toEqual({
    ...{ invested_amount: 0, current_value: 0, total_pnl: 0, total_pnl_percent: 0, today_pnl: 0, today_pnl_percent: 0 },
    ...{ holdings: [], byExchange: [], winners: [], losers: [], withoutClose: [], leftOut: [] },
    counts: { winners: 0, losers: 0, unchanged: 0 },
    mtf: none,
    pledged: { units: 0, current_value: 0 },
    short: { units: 0, current_value: 0 },
  });
});

test("a new listing counts with a day change of 0, and is named", () => {
  const listed = { ...sbin, close_price: 0 };
  const report = summarizeHoldings([aaron, listed]);
  expect(report.withoutClose).toEqual([listed]);
  expect(report).toMatchObject({ current_value: 12552.15, today_pnl: 0.6 });
  expect(report.today_pnl_percent).toBeCloseTo((0.6 * 100) / 12551.55, 12);
  expect(report.holdings[1]).toMatchObject({ today_pnl: 0, today_pnl_percent: 0, total_pnl: -629.3 });
});

test("units that cost nothing have a gain, and 0 percent of it", () => {
  const bonus = { ...aaron, average_price: 0 };
  expect(summarizeHoldings([bonus])).toMatchObject({ invested_amount: 0, total_pnl: 352.95, total_pnl_percent: 0 });
});

test("margin-funded, pledged and short units stay out of the totals, and have figures of their own", () => {
  const row = { ...sbin, collateral_quantity: 5, short_quantity: 2 };
  const report = summarizeHoldings([aaron, row]);
  const { mtf, pledged, short, ...rest } = report;
  expect(rest).toMatchObject({ invested_amount: 12989.5, current_value: 12552.15, total_pnl: -437.35 });
  expect(mtf).toEqual({
    units: 1000,
    invested_amount: 100000,
    current_value: 352950,
    total_pnl: 252950,
    initial_margin: 0,
  });
  expect(pledged).toEqual({ units: 5, current_value: 3812.25 });
  expect(short).toEqual({ units: 2, current_value: 1524.9 });
});

test("takes older rows, which lack margin-funded and short units", () => {
  const { used_quantity, authorisation, short_quantity, mtf, ...older } = aaron;
  expect(summarizeHoldings([older])).toMatchObject({ total_pnl: 191.95, mtf: none, leftOut: [] });
});

test("parts winners from losers, the largest first", () => {
  const flat = { ...aaron, tradingsymbol: "FLAT", last_price: 161 };
  const small = { ...aaron, tradingsymbol: "SMALL", last_price: 162 };
  const smallLoss = { ...aaron, tradingsymbol: "SMALLLOSS", last_price: 160 };
  const { winners, losers, counts } = summarizeHoldings([small, flat, smallLoss, sbin, aaron]);
  expect(winners.map(({ holding }) => holding.tradingsymbol)).toEqual(["AARON", "SMALL"]);
  expect(losers.map(({ holding }) => holding.tradingsymbol)).toEqual(["SBIN", "SMALLLOSS"]);
  expect(counts).toEqual({ winners: 2, losers: 2, unchanged: 1 });
});

test("gives totals by exchange, the largest value first, which add up to the whole", () => {
  const listed = { ...sbin, close_price: 0 };
  const nameless = { ...aaron, average_price: null as unknown as number };
  const report = summarizeHoldings([aaron, listed, aaron, nameless]);
  expect(report.byExchange).toMatchObject([
    { exchange: "BSE", current_value: 12199.2, total_pnl: -629.3, withoutClose: [listed], leftOut: [] },
    { exchange: "NSE", current_value: 705.9, total_pnl: 383.9, withoutClose: [], leftOut: [nameless] },
  ]);
  expect(report.byExchange.map(({ holdings }) => holdings.length)).toEqual([1, 2]);
  expect(report.byExchange.map(({ allocation }) => allocation)).toEqual([94.53, 5.47]);
});

test.each<[what: string, odd: unknown]>([
  ["text for a quantity", { ...sbin, quantity: "16" }],
  ["null for a price", { ...sbin, last_price: null }],
  ["no T+1 quantity", { ...sbin, t1_quantity: undefined }],
  ["text for a margin-funded quantity", { ...sbin, mtf: { ...aaron.mtf, quantity: "1000" } }],
  ["null for a row", null],
])("an odd row hides no other and is named: %s", (_, odd) => {
  const report = summarizeHoldings([odd as Holding, aaron]);
  expect(report).toMatchObject({ total_pnl: 191.95, leftOut: [odd], counts: { winners: 1 } });
  expect(report.holdings).toHaveLength(1);
});

test("a close that is not a number is no close", () => {
  const odd = { ...sbin, close_price: null as unknown as number };
  expect(summarizeHoldings([odd])).toMatchObject({ total_pnl: -629.3, today_pnl: 0, withoutClose: [odd], leftOut: [] });
});

test.each([null, undefined, { holdings: [] }])("refuses %j: it is no list", (odd) => {
  const refuse = () => summarizeHoldings(odd as unknown as Holding[]);
  expect(refuse).toThrow(/^holdings: must be a list of rows, got /);
  expect(refuse).toThrow(expect.toSatisfy((error) => isKiteError(error, "InvalidInput")));
});
