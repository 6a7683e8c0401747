import type { Holding, Position } from "@kite/portfolio";
import { expect, test } from "vitest";
import type { OrderRow } from "../orders/book/order-row.ts";
import { infy } from "../testing/infy.ts";
import { type Account, chartLines } from "./chart-lines.ts";

const order = (part: Partial<OrderRow>) =>
  ({
    ...{ order_id: "1", exchange: "NSE", tradingsymbol: "INFY", status: "OPEN", stage: "open" },
    ...{ transaction_type: "BUY", order_type: "LIMIT", left: 10, price: 1480, trigger_price: 0 },
    ...part,
  }) as OrderRow;
const position = (part: Partial<Position>) =>
  ({ exchange: "NSE", tradingsymbol: "INFY", product: "MIS", quantity: 5, average_price: 1500, ...part }) as Position;
const holding = (part: Partial<Holding>) =>
  ({ exchange: "NSE", tradingsymbol: "INFY", quantity: 25, average_price: 1200, ...part }) as Holding;

const account = (part: Partial<Account>): Account => ({
  ...{ orders: undefined, holdings: undefined, positions: undefined },
  ...part,
});
const labels = (part: Partial<Account>, last_price?: number) =>
  chartLines(infy, account(part), last_price).map(({ kind, price, label }) => [kind, price, label]);

test("an order stands at its limit, and while it waits at its trigger", () => {
  expect(labels({ orders: [order({})] })).toEqual([["buy", 1480, "BUY 10 LIMIT"]]);
  const stop = { transaction_type: "SELL", order_type: "SL", price: 1440, trigger_price: 1450 };
  expect(labels({ orders: [order({ ...stop, status: "TRIGGER PENDING" })] })).toEqual([
    ["sell", 1450, "SELL 10 SL trigger"],
  ]);
  expect(labels({ orders: [order(stop)] })).toEqual([["sell", 1440, "SELL 10 SL"]]);
  const stopAtMarket = { order_type: "SL-M", price: 0, trigger_price: 1520, status: "TRIGGER PENDING" };
  expect(labels({ orders: [order(stopAtMarket)] })).toEqual([["buy", 1520, "BUY 10 SL-M trigger"]]);
});

test("only what is left of an order counts, and what is finished or has no price is gone", () => {
  expect(labels({ orders: [order({ left: 1_500 })] })).toEqual([["buy", 1480, "BUY 1,500 LIMIT"]]);
  expect(labels({ orders: [order({ stage: "finished" }), order({ order_type: "MARKET", price: 0 })] })).toEqual([]);
});

test("what is owned stands at the price that was paid, with gain or loss", () => {
  const owned = { positions: [position({})], holdings: [holding({})] };
  expect(labels(owned, 1515)).toEqual([
    ["own", 1500, "MIS 5 +1.00\u00a0%"],
    ["own", 1200, "Holding 25 +26.25\u00a0%"],
  ]);
  expect(labels(owned)).toEqual([
    ["own", 1500, "MIS 5"],
    ["own", 1200, "Holding 25"],
  ]);
});

test("who is short loses when the price rises", () => {
  expect(labels({ positions: [position({ quantity: -5 })] }, 1515)).toEqual([["own", 1500, "MIS −5 −1.00\u00a0%"]]);
});

test("a closed position and a sale of what was held own nothing", () => {
  const sold = position({ product: "CNC", quantity: -5 });
  expect(labels({ positions: [position({ quantity: 0 }), sold], holdings: [holding({ quantity: 0 })] })).toEqual([]);
});

test("what is of another exchange or symbol is not there", () => {
  const others = [order({ exchange: "BSE" }), order({ tradingsymbol: "INFYBEES" })];
  expect(labels({ orders: others, positions: [position({ exchange: "BSE" })] })).toEqual([]);
});

test("each line has an id of its own", () => {
  const all = account({
    orders: [order({}), order({ order_id: "2" })],
    positions: [position({}), position({ product: "CNC" })],
    holdings: [holding({})],
  });
  const ids = chartLines(infy, all, undefined).map(({ id }) => id);
  expect(new Set(ids).size).toBe(5);
});
