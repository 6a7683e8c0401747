import type { Position } from "@kite/models";
import { expect, test } from "vitest";
import { aaron, goldguineaNet, leadmini, sbin } from "../testing/rows.ts";
import { summarizeHoldings } from "./summarize-holdings.ts";
import { summarizePerformance } from "./summarize-performance.ts";
import { summarizePositions } from "./summarize-positions.ts";

const net = [goldguineaNet, { ...leadmini, last_price: 161.1 }];

/** Two of the SBIN shares, sold today at 765. */
const sale: Position = {
  ...goldguineaNet,
  ...{
    tradingsymbol: "SBIN",
    exchange: "BSE",
    product: "CNC",
    quantity: -2,
    overnight_quantity: 0,
    last_price: 762.45,
  },
  ...{ average_price: 765, buy_quantity: 0, buy_price: 0, buy_value: 0, buy_m2m: 0 },
  ...{ sell_quantity: 2, sell_price: 765, sell_value: 1530, sell_m2m: 1530 },
};

test("adds the gains of holdings and positions", () => {
  expect(summarizePerformance([aaron, sbin], net)).toEqual({
    total_pnl: 413.65,
    today_pnl: 263.4,
    realised: 801,
    unrealised: -387.35,
    holdings: summarizeHoldings([aaron, sbin]),
    positions: summarizePositions(net),
    soldFromHoldings: [],
  });
});

test("is all zeros for an account that has nothing", () => {
  const zeros = { total_pnl: 0, today_pnl: 0, realised: 0, unrealised: 0, soldFromHoldings: [] };
  expect(summarizePerformance([], [])).toMatchObject(zeros);
});

test.each(["CNC", "MTF"])(
  "a sale from the holdings under %s is named, and not taken for a short position",
  (product) => {
    const sold = { ...sale, product };
    const { soldFromHoldings, positions, ...figures } = summarizePerformance([aaron, sbin], [...net, sold]);
    expect(figures).toMatchObject({ total_pnl: 413.65, today_pnl: 263.4, realised: 801, unrealised: -387.35 });
    expect(soldFromHoldings).toEqual([expect.objectContaining({ position: sold, pnl: 5.1 })]);
    expect(positions.positions).toHaveLength(3);
  },
);

test("a short position under another product counts", () => {
  const { total_pnl, soldFromHoldings } = summarizePerformance([aaron, sbin], [...net, { ...sale, product: "MIS" }]);
  expect(total_pnl).toBe(418.75);
  expect(soldFromHoldings).toEqual([]);
});

test("shares bought for delivery today count as a position", () => {
  const bought = {
    ...sale,
    ...{ quantity: 2, buy_quantity: 2, buy_price: 760, buy_value: 1520, buy_m2m: 1520 },
    ...{ sell_quantity: 0, sell_price: 0, sell_value: 0, sell_m2m: 0 },
  };
  expect(summarizePerformance([], [bought])).toMatchObject({ total_pnl: 4.9, unrealised: 4.9, soldFromHoldings: [] });
});
