import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { GTTSchema } from "./gtt.ts";

const wire = {
  id: 112127,
  user_id: "XX0000",
  parent_trigger: null,
  type: "single",
  created_at: "2019-09-12 13:25:16",
  updated_at: "2019-09-12 13:25:16",
  expires_at: "2020-09-12 13:25:16",
  status: "active",
  condition: {
    exchange: "NSE",
    tradingsymbol: "INFY",
    instrument_token: 408065,
    trigger_values: [702],
    last_price: 798,
  },
  orders: [
    {
      exchange: "NSE",
      tradingsymbol: "INFY",
      transaction_type: "BUY",
      quantity: 1,
      order_type: "LIMIT",
      product: "CNC",
      price: 702.5,
      result: null,
    },
  ],
  meta: {},
};
const times = {
  created_at: new Date("2019-09-12T07:55:16Z"),
  updated_at: new Date("2019-09-12T07:55:16Z"),
  expires_at: new Date("2020-09-12T07:55:16Z"),
};
const result = {
  account_id: "XX0000",
  exchange: "NSE",
  tradingsymbol: "RAIN",
  validity: "DAY",
  product: "CNC",
  order_type: "LIMIT",
  transaction_type: "SELL",
  quantity: 1,
  price: 1,
  meta: '{"app_id":12617,"gtt":105099}',
  timestamp: "2019-09-09 15:15:08",
  triggered_at: 103.7,
  order_result: { status: "failed", order_id: "", rejection_reason: "Below the lower circuit limit of 70.65." },
};
const [order] = wire.orders;
const fired = (odd: object = {}) => ({
  ...wire,
  status: "triggered",
  orders: [{ ...order, result: { ...result, ...odd } }],
});

test("reads the three times as Dates and keeps the rest", () => {
  expect(parse(GTTSchema, { ...wire, shiny_new_field: 1 })).toStrictEqual({ ...wire, ...times });
});

test("reads what has fired, the JSON text of its meta included", () => {
  const { status, orders } = parse(GTTSchema, fired());
  expect(status).toBe("triggered");
  expect(orders[0]?.result).toStrictEqual({
    ...result,
    meta: { app_id: 12617, gtt: 105099 },
    timestamp: new Date("2019-09-09T09:45:08Z"),
  });
});

test.each(["", "{", "gtt 105099", "[1]", "null", "12617"])("a meta of %j stays text, and is no issue", (meta) => {
  const { output, issues } = safeParse(GTTSchema, fired({ meta }));
  expect(issues).toBeUndefined();
  expect(output).toMatchObject({ orders: [{ result: { meta } }] });
});

test("takes an older result, which has many blank keys more", () => {
  const blank = {
    ...{ parent_order_id: "", disclosed_quantity: 0, trigger_price: 0, ltp_atp: "", squareoff_abs_tick: "" },
    ...{ stoploss_abs_tick: "", squareoff: 0, stoploss: 0, trailing_stoploss: 0, guid: "" },
  };
  expect(parse(GTTSchema, fired(blank))).toEqual(parse(GTTSchema, fired()));
});

test.each([{ meta: null }, { meta: {} }, { meta: { rejection_reason: "RMS: blocked" } }])("takes %j", (odd) => {
  expect(parse(GTTSchema, { ...wire, ...odd }).meta).toEqual(odd.meta);
});

test("keeps a parent trigger of any shape", () => {
  expect(parse(GTTSchema, { ...wire, parent_trigger: { id: 1 } }).parent_trigger).toEqual({ id: 1 });
});

test("takes states, types and products that Kite adds later", () => {
  const odd = { ...wire, status: "paused", type: "three-leg", orders: [{ ...order, product: "NEW" }] };
  expect(parse(GTTSchema, odd)).toEqual({ ...odd, ...times });
});

test("one odd row hides no other, and its own good fields are converted too", () => {
  const odd = { ...wire, id: "112127", expires_at: "never" };
  const { output, issues } = safeParse(array(GTTSchema), [odd, null, wire]);
  expect(output).toEqual([{ ...wire, ...times, id: "112127", expires_at: "never" }, null, { ...wire, ...times }]);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["0.id", "0.expires_at", "1"]);
});

test("names a wrong field deep inside a result", () => {
  const { issues } = safeParse(GTTSchema, fired({ meta: 7, order_result: { ...result.order_result, order_id: 12 } }));
  expect(issues?.map((issue) => getDotPath(issue))).toEqual([
    "orders.0.result.meta",
    "orders.0.result.order_result.order_id",
  ]);
});
