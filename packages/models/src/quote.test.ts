import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { QuoteSchema } from "./quote.ts";

const level = (price: number, quantity: number, orders: number) => ({ price, quantity, orders });
const wire = {
  instrument_token: 408065,
  timestamp: "2026-03-04 11:15:24",
  last_trade_time: "2026-03-04 11:15:23",
  last_price: 1412.95,
  last_quantity: 5,
  buy_quantity: 1903,
  sell_quantity: 0,
  volume: 7360198,
  average_price: 1412.47,
  oi: 0,
  oi_day_high: 0,
  oi_day_low: 0,
  net_change: 0,
  lower_circuit_limit: 1250.7,
  upper_circuit_limit: 1528.6,
  ohlc: { open: 1396, high: 1421.75, low: 1395.55, close: 1389.65 },
  depth: {
    buy: [level(1412.95, 191, 2), level(0, 0, 0), level(0, 0, 0), level(0, 0, 0), level(0, 0, 0)],
    sell: [level(0, 0, 0), level(0, 0, 0), level(0, 0, 0), level(0, 0, 0), level(0, 0, 0)],
  },
};
const typed = {
  ...wire,
  timestamp: new Date("2026-03-04T05:45:24Z"),
  last_trade_time: new Date("2026-03-04T05:45:23Z"),
};

test("reads times as Date, keeps zeros and empty rows of the book, drops what is not documented", () => {
  expect(parse(QuoteSchema, { ...wire, open_interest: 7 })).toStrictEqual(typed);
});

test("an index may lack everything that comes from trading", () => {
  const { instrument_token, timestamp, last_price, net_change, ohlc } = wire;
  const index = { instrument_token, timestamp, last_price, net_change, ohlc };
  expect(parse(QuoteSchema, index)).toStrictEqual({ ...index, timestamp: typed.timestamp });
});

test.each([null, "1970-01-01 00:00:00", "0001-01-01 00:00:00", ""])("%j is no trade yet", (last_trade_time) => {
  expect(parse(QuoteSchema, { ...wire, last_trade_time }).last_trade_time).toBeNull();
});

test("names wrong fields inside the book, and keeps the good ones converted", () => {
  const depth = { ...wire.depth, buy: [{ price: "1412.95", quantity: 1, orders: 1 }] };
  const { output, issues } = safeParse(QuoteSchema, { ...wire, ohlc: null, depth });
  expect(issues?.map((issue) => getDotPath(issue)).sort()).toEqual(["depth.buy.0.price", "ohlc"]);
  expect(output).toEqual({ ...typed, ohlc: null, depth });
});
