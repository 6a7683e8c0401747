import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { TradeSchema } from "./trade.ts";

const wire = {
  trade_id: "10000000",
  order_id: "220303000308932",
  exchange_order_id: "1000000001482421",
  exchange: "NSE",
  tradingsymbol: "SBIN",
  instrument_token: 779521,
  product: "CNC",
  transaction_type: "BUY",
  average_price: 420.65,
  quantity: 1,
  fill_timestamp: "2021-05-31 09:16:40",
  order_timestamp: "09:16:39",
  exchange_timestamp: "2021-05-31 09:16:40",
};
const typed = {
  ...wire,
  fill_timestamp: new Date("2021-05-31T03:46:40Z"),
  order_timestamp: new Date("2021-05-31T03:46:39Z"),
  exchange_timestamp: new Date("2021-05-31T03:46:40Z"),
};

test("gives the time of the order the day of the fill", () => {
  expect(parse(TradeSchema, { ...wire, shiny_new_field: 1 })).toStrictEqual(typed);
});

test("takes a whole time of the order as it is", () => {
  expect(parse(TradeSchema, { ...wire, order_timestamp: "2021-05-30 18:00:00" }).order_timestamp).toEqual(
    new Date("2021-05-30T12:30:00Z"),
  );
});

test("keeps the Indian day near midnight UTC", () => {
  const late = { ...wire, fill_timestamp: "2021-05-31 23:45:01", order_timestamp: "23:45:00" };
  expect(parse(TradeSchema, late)).toMatchObject({
    fill_timestamp: new Date("2021-05-31T18:15:01Z"),
    order_timestamp: new Date("2021-05-31T18:15:00Z"),
  });
});

test("takes `filled` for `quantity`, and `quantity` where both are", () => {
  const { quantity, ...rest } = wire;
  expect(parse(TradeSchema, { ...rest, filled: 7 })).toStrictEqual({ ...typed, quantity: 7 });
  expect(parse(TradeSchema, { ...wire, filled: 7 })).toStrictEqual(typed);
});

test("takes a trade whose exchange facts are missing, and a token written as digits", () => {
  const odd = { exchange_order_id: null, exchange_timestamp: null };
  expect(parse(TradeSchema, { ...wire, ...odd, instrument_token: "779521" })).toStrictEqual({ ...typed, ...odd });
});

test("one odd row hides no other, and names its field", () => {
  const rows = [
    { ...wire, fill_timestamp: null },
    { ...wire, order_timestamp: "9:16" },
    null,
    { ...wire, quantity: "1" },
    wire,
  ];
  const { output, issues } = safeParse(array(TradeSchema), rows);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual([
    "0.fill_timestamp",
    "0.order_timestamp",
    "1.order_timestamp",
    "2",
    "3.quantity",
  ]);
  expect((output as unknown[])[4]).toStrictEqual(typed);
});
