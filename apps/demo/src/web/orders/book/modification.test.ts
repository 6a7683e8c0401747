import { expect, test } from "vitest";
import { checkModification, fieldsOf, initialForm, requestOf } from "./modification.ts";
import type { OrderRow } from "./order-row.ts";

const order = {
  order_id: "1",
  parent_order_id: null,
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  order_type: "LIMIT",
  product: "CNC",
  quantity: 10,
  filled_quantity: 3,
  price: 1400,
  trigger_price: 0,
} as OrderRow;
const form = initialForm(order);
const route = { variety: "regular", order_id: "1", parent_order_id: null };

test("asks for what such an order has: of a cover order its prices, of its second leg the trigger, of an iceberg no quantity", () => {
  expect(fieldsOf(order, "LIMIT")).toEqual(["order_type", "quantity", "price"]);
  expect(fieldsOf(order, "MARKET")).toEqual(["order_type", "quantity", "market_protection"]);
  expect(fieldsOf(order, "SL-M")).toEqual(["order_type", "quantity", "trigger_price", "market_protection"]);
  expect(fieldsOf({ ...order, variety: "co" }, "LIMIT")).toEqual(["price", "trigger_price"]);
  expect(fieldsOf({ ...order, variety: "co", parent_order_id: "0" }, "SL-M")).toEqual(["trigger_price"]);
  expect(fieldsOf({ ...order, variety: "iceberg" }, "LIMIT")).toEqual(["price"]);
});

test("sends what was changed and nothing else; nothing at all when nothing was", () => {
  expect(requestOf(order, form)).toBeUndefined();
  expect(requestOf(order, { ...form, price: "1,401.5" })).toEqual({ ...route, price: 1401.5 });
  expect(requestOf(order, { ...form, quantity: "12" })).toEqual({ ...route, quantity: 12 });
});

test("a change to the market carries its protection", () => {
  const market = { ...form, order_type: "MARKET" };
  expect(requestOf(order, market)).toEqual({ ...route, order_type: "MARKET", market_protection: -1 });
  expect(requestOf(order, { ...market, market_protection: "2" })).toMatchObject({ market_protection: 2 });
});

test("refuses texts that are no numbers, and less than is filled", () => {
  const check = (change: object) => checkModification(order, { ...form, ...change }, undefined);
  expect(check({ price: "x" })).toEqual({ price: "Enter a number." });
  expect(check({ quantity: "1.5" })).toEqual({ quantity: "Enter a whole number." });
  expect(check({ quantity: "3" })).toEqual({ quantity: "3 are filled already." });
  expect(check({ quantity: "4" })).toEqual({});
});
