import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, expectTypeOf, test } from "vitest";
import type { Order } from "./order.ts";
import { type OrderSnapshot, OrderSnapshotSchema } from "./order-snapshot.ts";

/** A row of a history, without the keys that only the order book has. */
const received = {
  placed_by: "XX0000",
  order_id: "220303000308932",
  exchange_order_id: null,
  parent_order_id: null,
  status: "PUT ORDER REQ RECEIVED",
  status_message: null,
  order_timestamp: "2022-03-03 09:24:25",
  exchange_timestamp: null,
  variety: "regular",
  modified: false,
  exchange: "NSE",
  tradingsymbol: "SBIN",
  instrument_token: 1,
  order_type: "LIMIT",
  transaction_type: "BUY",
  validity: "DAY",
  product: "CNC",
  quantity: 1,
  disclosed_quantity: 0,
  price: 470.25,
  trigger_price: 0,
  average_price: 0,
  filled_quantity: 0,
  pending_quantity: 1,
  cancelled_quantity: 0,
  tag: null,
};
const typed = { ...received, order_timestamp: new Date("2022-03-03T03:54:25Z") };

test("takes rows without the keys that histories lack, the first one with the token 1", () => {
  const open = { ...received, status: "OPEN", instrument_token: 779521, exchange_timestamp: "2022-03-03 09:24:26" };
  expect(parse(array(OrderSnapshotSchema), [received, open])).toStrictEqual([
    typed,
    { ...typed, status: "OPEN", instrument_token: 779521, exchange_timestamp: new Date("2022-03-03T03:54:26Z") },
  ]);
});

test("keeps those keys where they are", () => {
  const more = { status_message_raw: null, validity_ttl: 0, market_protection: -1, meta: {}, tags: ["a"], guid: null };
  const wire = { ...received, ...more, exchange_update_timestamp: "2022-03-03 09:24:26" };
  const exchange_update_timestamp = new Date("2022-03-03T03:54:26Z");
  expect(parse(OrderSnapshotSchema, wire)).toStrictEqual({ ...typed, ...more, exchange_update_timestamp });
});

test("misses every other key", () => {
  const { status, ...rest } = received;
  expect(safeParse(OrderSnapshotSchema, rest).issues?.map((issue) => getDotPath(issue))).toEqual(["status"]);
});

test("an order of the book is a snapshot too", () => {
  expectTypeOf<Order>().toExtend<OrderSnapshot>();
});
