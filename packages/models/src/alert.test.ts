import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { AlertSchema } from "./alert.ts";

const simple = {
  type: "simple",
  user_id: "AB1234",
  uuid: "550e8400-e29b-41d4-a716-446655440000",
  name: "NIFTY 50",
  status: "enabled",
  disabled_reason: "",
  lhs_attribute: "LastTradedPrice",
  lhs_exchange: "INDICES",
  lhs_tradingsymbol: "NIFTY 50",
  operator: ">=",
  rhs_type: "constant",
  rhs_attribute: "",
  rhs_exchange: "",
  rhs_tradingsymbol: "",
  rhs_constant: 27000,
  alert_count: 0,
  created_at: "2025-05-19 14:21:31",
  updated_at: "2025-05-19 14:25:05",
};
const times = { created_at: new Date("2025-05-19T08:51:31Z"), updated_at: new Date("2025-05-19T08:55:05Z") };
const item = {
  id: 82719,
  instrument_token: 738561,
  tradingsymbol: "RELIANCE",
  exchange: "NSE",
  weight: 10000,
  params: {
    transaction_type: "BUY",
    product: "CNC",
    order_type: "MARKET",
    validity: "DAY",
    validity_ttl: 0,
    quantity: 5,
    price: 0,
    trigger_price: 0,
    disclosed_quantity: 0,
    last_price: 1420.5,
    variety: "regular",
    tags: [],
    squareoff: 0,
    stoploss: 0,
    trailing_stoploss: 0,
    iceberg_legs: 0,
    market_protection: -1,
    gtt: { target: 5, stoploss: 3 },
  },
};
const ato = { ...simple, type: "ato", basket: { items: [item] } };

test("reads the times as Dates and keeps the rest; a constant leaves the right side's texts empty", () => {
  expect(parse(AlertSchema, { ...simple, shiny_new_field: 1 })).toStrictEqual({ ...simple, ...times });
});

test("reads the basket of a list, whose items have an id", () => {
  expect(parse(AlertSchema, ato)).toStrictEqual({ ...ato, ...times });
});

test("takes the answer to a creation, which has no basket, and an order without a GTT", () => {
  const { basket, ...created } = ato;
  expect(parse(AlertSchema, created)).toStrictEqual({ ...created, ...times });
  const { gtt, ...params } = item.params;
  expect(parse(AlertSchema, { ...ato, basket: { items: [{ ...item, params }] } }).basket?.items[0]?.params).toEqual(
    params,
  );
});

test("takes values that Kite adds later", () => {
  const odd = { ...simple, status: "snoozed", operator: "!=", lhs_attribute: "DayChange", rhs_type: "percent" };
  expect(parse(AlertSchema, odd)).toEqual({ ...odd, ...times });
});

test("one odd row hides no other", () => {
  const odd = { ...ato, rhs_constant: "27000", basket: { items: [{ ...item, id: "82719" }] } };
  const { output, issues } = safeParse(array(AlertSchema), [odd, simple]);
  expect(output).toEqual([
    { ...odd, ...times },
    { ...simple, ...times },
  ]);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["0.rhs_constant", "0.basket.items.0.id"]);
});
