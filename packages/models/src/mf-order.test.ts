import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { MFOrderSchema } from "./mf-order.ts";

const wire = {
  order_id: "867572b3-3a24-4ee7-b9ba-c1b6c5b1d8d5",
  exchange_order_id: null,
  tradingsymbol: "INF174K01LS2",
  fund: "Kotak Select Focus Fund - Direct Plan",
  status: "OPEN",
  status_message: "Payment is awaited",
  folio: null,
  order_timestamp: "2021-06-30 08:04:11",
  exchange_timestamp: "2021-06-30",
  settlement_id: null,
  transaction_type: "BUY",
  amount: 10000,
  quantity: 0,
  variety: "amc_sip",
  purchase_type: "ADDITIONAL",
  last_price: 61.4536,
  average_price: 0,
  last_price_date: "2021-06-29",
  placed_by: "AB1234",
  tag: "coinandroidsip",
};
const typed = { ...wire, order_timestamp: new Date("2021-06-30T02:34:11Z") };

test("reads the order's time as a Date; days stay text, also the exchange's", () => {
  expect(parse(MFOrderSchema, { ...wire, shiny_new_field: 1 })).toStrictEqual(typed);
});

test("takes a sale, and the price that Kite documents and does not send", () => {
  const sale = { transaction_type: "SELL", amount: 0, quantity: 12.345, purchase_type: null, price: 61.4 };
  expect(parse(MFOrderSchema, { ...wire, ...sale })).toEqual({ ...typed, ...sale });
});

test("takes null where nothing is known yet, and values that Kite adds later", () => {
  const nothing = { status: null, status_message: null, exchange_timestamp: null, tag: null };
  expect(parse(MFOrderSchema, { ...wire, ...nothing })).toEqual({ ...typed, ...nothing });
  expect(parse(MFOrderSchema, { ...wire, status: "PROCESSING", variety: "swp" }).status).toBe("PROCESSING");
});

test("one odd row hides no other", () => {
  const { output, issues } = safeParse(array(MFOrderSchema), [{ ...wire, amount: "10000" }, wire]);
  expect(output).toEqual([{ ...typed, amount: "10000" }, typed]);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["0.amount"]);
});
