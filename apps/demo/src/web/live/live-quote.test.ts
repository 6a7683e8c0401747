import type { FullTick, IndexFullTick } from "@kite/ticker";
import { expect, test } from "vitest";
import type { QuoteRows } from "../market/quote-rows.ts";
import { liveQuote } from "./live-quote.ts";

const none = { price: 0, quantity: 0, orders: 0 };
const tick: FullTick = {
  instrument_token: 408065,
  mode: "full",
  tradable: true,
  last_price: 1510,
  volume_traded: 700,
  last_traded_quantity: 5,
  average_traded_price: 1505,
  total_buy_quantity: 90,
  total_sell_quantity: 80,
  ohlc: { open: 1501, high: 1511, low: 1499, close: 1500 },
  change_absolute: 10,
  change_percent: 0.6667,
  last_trade_time: new Date("2026-11-20T04:30:04Z"),
  exchange_timestamp: new Date("2026-11-20T04:30:05Z"),
  oi: 0,
  oi_day_high: 0,
  oi_day_low: 0,
  depth: {
    buy: [{ price: 1509.9, quantity: 10, orders: 1 }, none, none, none, none],
    sell: [{ price: 1510.1, quantity: 20, orders: 2 }, none, none, none, none],
  },
};

const quote: QuoteRows = {
  instrument: {
    instrument_token: 408065,
    key: "NSE:INFY",
    exchange: "NSE",
    tradingsymbol: "INFY",
    name: "INFOSYS",
    segment: "NSE",
    instrument_type: "EQ",
    expiry: null,
    strike: 0,
    tick_size: 0.1,
    lot_size: 1,
  },
  last_price: 1500,
  change: 0,
  change_percent: 0,
  ohlc: { open: 1501, high: 1502, low: 1499, close: 1500 },
  average_price: 1500,
  volume: 600,
  lower_circuit_limit: 1350,
  upper_circuit_limit: 1650,
  oi: null,
  depth: { bids: [], asks: [], spread: null, buy_quantity: 0, sell_quantity: 0 },
  market: { segment: "NSE", phase: "continuous", reason: null, confirmed: true, next: null },
  options_on: "INFY",
  at: new Date("2026-11-20T04:30:05.400Z"),
};

test("price, day, volume and book are those of the stream, the limits those of the quote", () => {
  const live = liveQuote(quote, tick);
  expect(live).toMatchObject({ last_price: 1510, change: 10, volume: 700, average_price: 1505, oi: null });
  expect(live).toMatchObject({ upper_circuit_limit: 1650, options_on: "INFY", ohlc: { high: 1511 } });
});

test("rows of the book where nobody waits are left out, and the spread is exact", () => {
  expect(liveQuote(quote, tick).depth).toEqual({
    bids: [{ price: 1509.9, quantity: 10, orders: 1 }],
    asks: [{ price: 1510.1, quantity: 20, orders: 2 }],
    spread: 0.2,
    buy_quantity: 90,
    sell_quantity: 80,
  });
  const oneSided = { ...tick, depth: { ...tick.depth, sell: [none] } };
  expect(liveQuote(quote, oneSided).depth?.spread).toBeNull();
});

test("a quote that is newer counts, and one of another instrument too", () => {
  expect(liveQuote({ ...quote, at: new Date("2026-11-20T04:30:06.000Z") }, tick)).toMatchObject({ last_price: 1500 });
  expect(liveQuote(quote, { ...tick, instrument_token: 1 })).toBe(quote);
  expect(liveQuote(quote, undefined)).toBe(quote);
});

test("a tick without a time or with less than everything changes nothing", () => {
  expect(liveQuote(quote, { ...tick, exchange_timestamp: null })).toBe(quote);
  expect(liveQuote(quote, { ...tick, mode: "quote" })).toBe(quote);
});

test("an index has no book and no volume", () => {
  const { instrument_token, last_price, ohlc, change_absolute, change_percent, exchange_timestamp } = tick;
  const index: IndexFullTick = {
    ...{ instrument_token, last_price, ohlc, change_absolute, change_percent, exchange_timestamp },
    mode: "full",
    tradable: false,
  };
  expect(liveQuote({ ...quote, depth: null, volume: null }, index)).toMatchObject({
    last_price: 1510,
    depth: null,
    volume: null,
  });
});
