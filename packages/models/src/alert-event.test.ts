import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { AlertEventSchema } from "./alert-event.ts";

const index = {
  instrument_token: 270857,
  tradingsymbol: "NIFTY NEXT 50",
  exchange: "INDICES",
  timestamp: "2025-06-06 09:38:05",
  last_price: 58290.35,
  ohlc: { open: 58410.1, high: 58500, low: 58280.05, close: 58390.4 },
  net_change: -0.17,
  last_trade_time: "0001-01-01 00:00:00",
  last_quantity: 0,
  buy_quantity: 0,
  sell_quantity: 0,
  volume: 0,
  volume_tick: 0,
  average_price: 0,
  oi: 0,
  oi_day_high: 0,
  oi_day_low: 0,
  lower_circuit_limit: 0,
  upper_circuit_limit: 0,
};
const wire = {
  uuid: "550e8400-e29b-41d4-a716-446655440000",
  type: "simple",
  condition: 'LastTradedPrice("INDICES:NIFTY NEXT 50") <= 58290.35',
  created_at: "2025-06-06 09:38:06",
  order_meta: null,
  meta: [index],
};
const typed = {
  ...wire,
  created_at: new Date("2025-06-06T04:08:06Z"),
  meta: [{ ...index, timestamp: new Date("2025-06-06T04:08:05Z"), last_trade_time: null }],
};

test("an index has no last trade: its placeholder is null", () => {
  expect(parse(AlertEventSchema, { ...wire, shiny_new_field: 1 })).toStrictEqual(typed);
});

test("a share has one", () => {
  const meta = [{ ...index, last_trade_time: "2025-06-06 09:38:04" }];
  const event = parse(AlertEventSchema, { ...wire, meta });
  expect(event.meta[0]?.last_trade_time).toEqual(new Date("2025-06-06T04:08:04Z"));
});

test("keeps an order meta of any shape", () => {
  for (const order_meta of [null, {}, [{ order_id: "1" }], "text"]) {
    expect(parse(AlertEventSchema, { ...wire, order_meta }).order_meta).toEqual(order_meta);
  }
});

test("one odd snapshot hides no other row", () => {
  const odd = { ...wire, meta: [{ ...index, ohlc: null }] };
  const { output, issues } = safeParse(array(AlertEventSchema), [odd, wire]);
  expect(output).toEqual([{ ...typed, meta: [{ ...typed.meta[0], ohlc: null }] }, typed]);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["0.meta.0.ohlc"]);
});
