import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { OrderSchema } from "./order.ts";

const wire = {
  placed_by: "XX0000",
  order_id: "220303000308932",
  exchange_order_id: "1000000001482421",
  parent_order_id: null,
  status: "COMPLETE",
  status_message: null,
  status_message_raw: null,
  order_timestamp: "2022-03-03 09:24:25",
  exchange_update_timestamp: "2022-03-03 09:24:25",
  exchange_timestamp: "2022-03-03 09:24:20",
  variety: "regular",
  modified: false,
  exchange: "NSE",
  tradingsymbol: "SBIN",
  instrument_token: 779521,
  order_type: "LIMIT",
  transaction_type: "BUY",
  validity: "DAY",
  validity_ttl: 0,
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
  exchange_timestamp: new Date("2022-03-03T03:54:20Z"),
};

test("keeps the documented fields, reads times as Dates, and drops the rest", () => {
  expect(parse(OrderSchema, { ...wire, shiny_new_field: 1 })).toStrictEqual(typed);
});

test.each(["220303000308932", "1914227164488687616"])("keeps the id %s as text", (order_id) => {
  expect(parse(OrderSchema, { ...wire, order_id, parent_order_id: order_id })).toMatchObject({
    order_id,
    parent_order_id: order_id,
  });
});

test.each([
  ["a cancelled order that still counts its pending unit", { pending_quantity: 1, cancelled_quantity: 1 }],
  ["a cancelled order in an auction", { quantity: 60, pending_quantity: 60, auction_number: "20", variety: "auction" }],
  ["a rejected order without any quantity", { status: "REJECTED", filled_quantity: 0, quantity: 1 }],
  ["a tag that is null while tags are not empty", { tag: null, tags: ["autoslice", "autoslice:220303000308932"] }],
  ["tags of a market order", { tag: "mine", tags: ["mine", "mktp", "mktp:2.00"], order_type: "LIMIT" }],
  [
    "a leg of an iceberg",
    { meta: { iceberg: { ...{ leg: 1, legs: 5, leg_quantity: 200 }, total_quantity: 1000, remaining_quantity: 800 } } },
  ],
  ["text as meta", { meta: "{}" }],
  ["a newer row", { account_id: "XX0000", terminal_id: "1" }],
  ["a state of tomorrow", { status: "HELD AT THE EXCHANGE" }],
  ["products that only answers have", { product: "CO", variety: "co", parent_order_id: "220303000308900" }],
])("takes %s as it is", (_, odd) => {
  expect(parse(OrderSchema, { ...wire, ...odd })).toStrictEqual({ ...typed, ...odd });
});

test("takes an order that has not reached the exchange, and one without the optional keys", () => {
  const none = { exchange_order_id: null, exchange_update_timestamp: null, exchange_timestamp: null, guid: null };
  expect(parse(OrderSchema, { ...wire, ...none })).toStrictEqual({ ...typed, ...none });
  const { validity_ttl, ...older } = wire;
  const { validity_ttl: _, ...olderTyped } = typed;
  expect(parse(OrderSchema, older)).toStrictEqual(olderTyped);
});

test("one odd row hides no other, and names its field", () => {
  const { output, issues } = safeParse(array(OrderSchema), [
    { ...wire, order_id: 220303000308932 },
    null,
    { ...wire, order_timestamp: "soon" },
    wire,
  ]);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["0.order_id", "1", "2.order_timestamp"]);
  expect(output).toMatchObject([
    { exchange_timestamp: typed.exchange_timestamp },
    null,
    { order_timestamp: "soon" },
    typed,
  ]);
});
