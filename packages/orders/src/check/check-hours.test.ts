import { expect, test } from "vitest";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { limitOrder } from "../testing/samples.ts";
import { checkOrder } from "./check-order.ts";
import { tradingHours } from "./trading-hours.ts";

const friday = "2026-11-20";
const saturday = "2026-11-21";

/** What is said about an order at an Indian wall time. */
function said(exchange: string, date: string, time: string, odd: object = {}, options: object = {}) {
  const order = { ...limitOrder, exchange, product: exchange === "NSE" ? "CNC" : "NRML", ...odd } as PlaceOrderParams;
  const instrument = { exchange, tradingsymbol: "INFY", tick_size: 0.05, lot_size: 1 };
  const now = new Date(`${date}T${time}:00+05:30`);
  return checkOrder(order, instrument, {}, { now, ...options }).map(({ severity, field, suggestion }) =>
    [severity, field, suggestion].filter((part) => part !== undefined).join(" "),
  );
}

test.each([
  ["NSE", "08:59", ["error variety"]],
  ["NSE", "08:57", ["error variety amo"]],
  ["NSE", "09:00", ["warning variety"]],
  ["NSE", "09:15", []],
  ["NSE", "15:29", []],
  ["NSE", "15:30", ["warning variety"]],
  ["NSE", "16:00", ["error variety amo"]],
  ["NSE", "23:59", ["error variety amo"]],
  ["NFO", "15:39", ["warning variety"]],
  ["NFO", "15:40", ["error variety"]],
  ["NFO", "15:45", ["error variety amo"]],
  ["CDS", "16:59", []],
  ["CDS", "17:00", ["error variety amo"]],
  ["MCX", "23:29", []],
  ["MCX", "23:40", ["warning variety"]],
  ["MCX", "23:55", ["error variety amo"]],
])("%s at %s on a working day", (exchange, time, findings) => {
  expect(said(exchange, friday, time)).toEqual(findings);
});

test.each([
  ["NSE", "10:00", ["error variety regular"]],
  ["NSE", "15:59", ["error variety regular"]],
  ["NSE", "16:00", []],
  ["NSE", "03:00", []],
  ["NSE", "08:58", ["error variety"]],
  ["NFO", "09:09", []],
  ["NFO", "09:10", ["error variety regular"]],
])("an after-market order on %s at %s", (exchange, time, findings) => {
  expect(said(exchange, friday, time, { variety: "amo" })).toEqual(findings);
});

test("on a day without trading only after-market orders are taken", () => {
  expect(said("NSE", saturday, "11:00")).toEqual(["error variety amo"]);
  expect(said("NSE", saturday, "11:00", { variety: "amo" })).toEqual([]);
});

test("the caller knows the holidays and the special sessions", () => {
  expect(said("NSE", friday, "11:00", {}, { isTradingDay: (date: string) => date !== friday })).toHaveLength(1);
  expect(said("NSE", saturday, "11:00", {}, { isTradingDay: (date: string) => date === saturday })).toEqual([]);
});

test("a variety that cannot become an after-market order gets no such suggestion", () => {
  const cover = { variety: "co", product: "MIS", trigger_price: 1400 };
  expect(said("NSE", friday, "18:00", cover)).toEqual(["error variety"]);
});

test("warns of intraday orders near the end", () => {
  expect(said("NSE", friday, "15:11", { product: "MIS" })).toEqual([]);
  expect(said("NSE", friday, "15:12", { product: "MIS" })).toEqual(["warning product"]);
});

test.each([
  ["NSE", "15:14", 0],
  ["NSE", "15:15", 1],
  ["BSE", "15:19", 1],
  ["NSE", "15:20", 0],
  ["NFO", "15:15", 0],
])("%s at %s: %i warnings that shares with derivatives wait for their closing auction", (exchange, time, count) => {
  expect(said(exchange, friday, time, { product: exchange === "NFO" ? "NRML" : "CNC" })).toEqual(
    Array(count).fill("warning variety"),
  );
});

test("an auction has hours of its own, and an exchange of tomorrow none that are known", () => {
  const auction = { variety: "auction", transaction_type: "SELL", auction_number: "1" };
  expect(said("NSE", friday, "20:00", auction)).toEqual([]);
  expect(said("NCO", friday, "03:00")).toEqual([]);
});

test("takes the caller's hours in place of the usual ones", () => {
  const hours = { ...tradingHours.NSE, accepted: ["10:00", "10:30"], continuous: ["10:00", "10:30"] };
  expect(said("NSE", friday, "11:00", {}, { hours })).toEqual(["error variety"]);
  expect(said("NSE", friday, "10:29", {}, { hours })).toEqual([]);
});
