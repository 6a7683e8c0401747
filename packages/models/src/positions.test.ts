import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { PositionsSchema } from "./positions.ts";

const leadmini = {
  tradingsymbol: "LEADMINI17DECFUT",
  exchange: "MCX",
  instrument_token: 53496327,
  product: "NRML",
  quantity: 1,
  overnight_quantity: 0,
  multiplier: 1000,
  average_price: 161.05,
  close_price: 0,
  last_price: 161.05,
  value: -161050,
  pnl: 0,
  m2m: 0,
  unrealised: 0,
  realised: 0,
  buy_quantity: 1,
  buy_price: 161.05,
  buy_value: 161050,
  buy_m2m: 161050,
  sell_quantity: 0,
  sell_price: 0,
  sell_value: 0,
  sell_m2m: 0,
  day_buy_quantity: 1,
  day_buy_price: 161.05,
  day_buy_value: 161050,
  day_sell_quantity: 0,
  day_sell_price: 0,
  day_sell_value: 0,
};
const short = { ...leadmini, tradingsymbol: "GOLDGUINEA17DECFUT", quantity: -3, multiplier: 1, pnl: -93 };

test("keeps both books, shorts and odd multipliers included", () => {
  const wire = { net: [leadmini, { ...leadmini, multiplier: 0.1, quantity: 0.5 }], day: [short] };
  expect(parse(PositionsSchema, wire)).toEqual(wire);
});

test("takes a day without positions", () => {
  expect(parse(PositionsSchema, { net: [], day: [] })).toEqual({ net: [], day: [] });
});

test("drops what is not documented and keeps values Kite adds later", () => {
  const { net } = parse(PositionsSchema, { net: [{ ...leadmini, product: "CO", exchange: "NCO", extra: 1 }], day: [] });
  expect(net).toEqual([{ ...leadmini, product: "CO", exchange: "NCO" }]);
});

test("names book, row and field of a wrong type, and keeps the other rows", () => {
  const wire = { net: [{ ...leadmini, pnl: "0" }, short], day: [short, { ...short, quantity: null }] };
  const { output, issues } = safeParse(PositionsSchema, wire);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["net.0.pnl", "day.1.quantity"]);
  expect(output).toEqual(wire);
});
