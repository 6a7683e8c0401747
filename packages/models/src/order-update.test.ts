import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { OrderUpdateSchema } from "./order-update.ts";

const wire = {
  user_id: "XX0000",
  unfilled_quantity: 0,
  app_id: 1234,
  checksum: "a1edcbdbcb51292cddfded250595d4e191b95da92d9b9914e591383ae4fe6852",
  placed_by: "XX0000",
  order_id: "1914227164488687616",
  exchange_order_id: "1000000017048016",
  parent_order_id: null,
  status: "COMPLETE",
  status_message: null,
  status_message_raw: null,
  order_timestamp: "2022-03-03 09:24:25",
  exchange_update_timestamp: "2022-03-03 09:24:25",
  exchange_timestamp: "2022-03-03 09:24:24",
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "SBIN",
  instrument_token: 779521,
  order_type: "LIMIT",
  transaction_type: "BUY",
  validity: "DAY",
  product: "CNC",
  quantity: 1,
  disclosed_quantity: 0,
  price: 470.25,
  trigger_price: 0,
  average_price: 470.2,
  filled_quantity: 1,
  pending_quantity: 0,
  cancelled_quantity: 0,
  market_protection: 0,
  meta: {},
  tag: null,
  guid: "1234X0000",
};
const typed = {
  ...wire,
  order_timestamp: new Date("2022-03-03T03:54:25Z"),
  exchange_update_timestamp: new Date("2022-03-03T03:54:25Z"),
  exchange_timestamp: new Date("2022-03-03T03:54:24Z"),
};

test("reads times as Dates and keeps ids of 19 digits as text", () => {
  expect(parse(OrderUpdateSchema, { ...wire, shiny_new_field: 1 })).toStrictEqual(typed);
});

test("takes an order that has not reached the exchange", () => {
  const none = { exchange_order_id: null, exchange_update_timestamp: null, exchange_timestamp: null, guid: null };
  const rejected = { ...none, status: "REJECTED", status_message: "No funds", status_message_raw: "RMS:No funds" };
  expect(parse(OrderUpdateSchema, { ...wire, ...rejected })).toEqual({ ...typed, ...rejected });
});

test.each(["", "0001-01-01 00:00:00"])("%j is no exchange time", (exchange_timestamp) => {
  expect(parse(OrderUpdateSchema, { ...wire, exchange_timestamp }).exchange_timestamp).toBeNull();
});

test("keeps what only some messages carry", () => {
  const more = {
    account_id: "XX0000",
    terminal_id: "1",
    modified: false,
    validity_ttl: 2,
    auction_number: "20",
    tags: ["mktp", "mktp:3.00"],
    meta: { iceberg: { leg: 1, legs: 5, leg_quantity: 200, total_quantity: 1000, remaining_quantity: 800 } },
  };
  expect(parse(OrderUpdateSchema, { ...wire, ...more })).toEqual({ ...typed, ...more });
});

test("takes values Kite adds later, and a token written as digits", () => {
  const odd = {
    status: "UPDATE",
    variety: "bo",
    validity: "GTC",
    order_type: "TWAP",
    product: "NEW",
    exchange: "NSEIX",
  };
  const update = parse(OrderUpdateSchema, { ...wire, ...odd, instrument_token: "779521" });
  expect(update).toEqual({ ...typed, ...odd });
});

test("one odd message hides no other, and its own times are converted too", () => {
  const rows = [{ ...wire, order_id: 220303000308932 }, { ...wire, order_timestamp: "soon" }, "order", wire];
  const { output, issues } = safeParse(array(OrderUpdateSchema), rows);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["0.order_id", "1.order_timestamp", "2"]);
  expect(output).toEqual([
    { ...typed, order_id: 220303000308932 },
    { ...typed, order_timestamp: "soon" },
    "order",
    typed,
  ]);
});

test("names the fields of a wrong type", () => {
  const { issues } = safeParse(OrderUpdateSchema, { ...wire, app_id: "1234", price: null, tags: [1], meta: null });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["app_id", "price", "meta", "tags.0"]);
});
