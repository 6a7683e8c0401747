import { describe, expect, test } from "vitest";
import { frameOf } from "../testing/frames.ts";
import { hex } from "../testing/hex.ts";
import { decodeFrame } from "./decode-frame.ts";
import type { Tick } from "./tick.ts";

/** The only tick of a frame of one packet. */
const decoded = (digits: string): Tick | undefined => {
  const { ticks, problems } = decodeFrame(frameOf(hex(digits)));
  expect(problems).toEqual([]);
  expect(ticks).toHaveLength(1);
  return ticks[0];
};
const level = (price: number, quantity: number, orders: number) => ({ price, quantity, orders });
const empty = level(0, 0, 0);

describe("the published sample of", () => {
  test("a quote packet", () => {
    const tick = decoded(
      "00063A01 00026683 00000001 00026569 0011F1B2 0003E9FF 00058037 000264F3 0002673C 000261C9 0002646C",
    );
    expect(tick).toStrictEqual({
      mode: "quote",
      tradable: true,
      instrument_token: 408065,
      last_price: 1573.15,
      last_traded_quantity: 1,
      average_traded_price: 1570.33,
      volume_traded: 1175986,
      total_buy_quantity: 256511,
      total_sell_quantity: 360503,
      ohlc: { open: 1569.15, high: 1575, low: 1561.05, close: 1567.8 },
      change_absolute: 5.35,
      change_percent: 53500 / 156780,
    });
  });

  test("a full packet", () => {
    const time = new Date("2021-07-05T10:41:27+05:30");
    const tick = decoded(`
      00063A01 000266BA 00000007 0002656D 00123217 0003E9BB 00058A01 000264F3 0002673C 000261C9 0002646C 60E2947F
      00000000 00000000 00000000 60E2947F
      00000005 0002669C 0001 0000 | 0000008C 00026674 0002 0000 | 00000002 0002666F 0001 0000
      000000DB 0002666A 0007 0000 | 00000032 00026665 0001 0000
      000000AC 000266BA 0003 0000 | 0000002C 000266BF 0003 0000 | 0000012E 000266C9 0003 0000
      0000008D 000266CE 0002 0000 | 000002D4 000266D3 0005 0000`);
    expect(tick).toStrictEqual({
      mode: "full",
      tradable: true,
      instrument_token: 408065,
      last_price: 1573.7,
      last_traded_quantity: 7,
      average_traded_price: 1570.37,
      volume_traded: 1192471,
      total_buy_quantity: 256443,
      total_sell_quantity: 363009,
      ohlc: { open: 1569.15, high: 1575, low: 1561.05, close: 1567.8 },
      change_absolute: 5.9,
      change_percent: 59000 / 156780,
      last_trade_time: time,
      exchange_timestamp: time,
      oi: 0,
      oi_day_high: 0,
      oi_day_low: 0,
      depth: {
        buy: [
          level(1573.4, 5, 1),
          level(1573, 140, 2),
          level(1572.95, 2, 1),
          level(1572.9, 219, 7),
          level(1572.85, 50, 1),
        ],
        sell: [
          level(1573.7, 172, 3),
          level(1573.75, 44, 3),
          level(1573.85, 302, 3),
          level(1573.9, 141, 2),
          level(1573.95, 724, 5),
        ],
      },
    });
  });

  test("an ltp frame", () => {
    expect(decodeFrame(hex("0001 0008 000D8001 0000997F"))).toStrictEqual({
      ticks: [{ mode: "ltp", tradable: true, instrument_token: 884737, last_price: 392.95 }],
      problems: [],
    });
  });

  test("a full frame with one row in the book", () => {
    const { ticks } = decodeFrame(
      hex(`0001 00B8 000D8001 0000997F 00000002 00009D73 0153AD28 000015F1 00000000 0000A410 0000A46A 00009862 0000A1C2
        62AB05A0 00000000 00000000 00000000 62AB1198 000015F1 0000997F 001E 0000 ${"00".repeat(108)}`),
    );
    expect(ticks).toStrictEqual([
      {
        mode: "full",
        tradable: true,
        instrument_token: 884737,
        last_price: 392.95,
        last_traded_quantity: 2,
        average_traded_price: 403.07,
        volume_traded: 22261032,
        total_buy_quantity: 5617,
        total_sell_quantity: 0,
        ohlc: { open: 420, high: 420.9, low: 390.1, close: 414.1 },
        change_absolute: -21.15,
        change_percent: -211500 / 41410,
        last_trade_time: new Date("2022-06-16T15:57:44+05:30"),
        exchange_timestamp: new Date("2022-06-16T16:48:48+05:30"),
        oi: 0,
        oi_day_high: 0,
        oi_day_low: 0,
        depth: {
          buy: [level(392.95, 5617, 30), empty, empty, empty, empty],
          sell: [empty, empty, empty, empty, empty],
        },
      },
    ]);
  });
});

describe("an index", () => {
  const quote = "0003E909 002562CD 00258960 00253B40 00254EC8 002575D8 00000000";
  const prices = {
    tradable: false,
    instrument_token: 256265,
    last_price: 24501.25,
    ohlc: { open: 24450, high: 24600, low: 24400, close: 24550 },
    change_absolute: -48.75,
    change_percent: -487500 / 2455000,
  };

  test("is not tradable in mode ltp", () => {
    const tick = decoded("0003E909 002562CD");
    expect(tick).toStrictEqual({ mode: "ltp", tradable: false, instrument_token: 256265, last_price: 24501.25 });
  });

  test("has its prices in an order of its own, and neither volume nor book", () => {
    expect(decoded(quote)).toStrictEqual({ mode: "quote", ...prices });
  });

  test("has the time of the exchange in mode full", () => {
    const exchange_timestamp = new Date("2026-03-04T05:45:24Z");
    expect(decoded(`${quote} 69A7C6F4`)).toStrictEqual({ mode: "full", ...prices, exchange_timestamp });
  });

  test("may lack a time and a close, and its own price change counts for nothing", () => {
    expect(decoded("0003E909 002562CD 00258960 00253B40 00254EC8 00000000 12345678 00000000")).toMatchObject({
      exchange_timestamp: null,
      ohlc: { close: 0 },
      change_absolute: null,
      change_percent: null,
    });
  });
});

describe("a price", () => {
  test.each([
    ["NSE currency", "00064C03 2B5D7F30", 72.7547696],
    ["BSE currency", "00000106 000CE1F9", 84.4281],
    ["MCX", "0357D407 00A4CA05", 107996.21],
    ["BSE shares", "07A12004 00000001", 0.01],
    ["NFO", "00C01502 FFFFFFFB", -0.05],
    ["the auction segment", "0000010A 000003E8", 10],
  ])("of %s is divided by what its segment asks for", (_, digits, last_price) => {
    expect(decoded(digits)?.last_price).toBe(last_price);
  });

  test("follows a divisor that the caller knows better, and only in that segment", () => {
    const { ticks } = decodeFrame(
      frameOf(hex("00000106 000CE1F9"), hex("00064C03 2B5D7F30"), hex("000D8001 0000997F")),
      {
        divisors: { 6: 10_000_000 },
      },
    );
    expect(ticks.map(({ last_price }) => last_price)).toEqual([0.0844281, 72.7547696, 392.95]);
  });
});

test("tokens, quantities, open interest and times use all 32 bits, orders all 16, prices are signed", () => {
  const all = "FFFFFFFF ".repeat(46);
  const tick = decoded(all);
  expect(tick).toMatchObject({
    instrument_token: 4294967295,
    last_price: -0.01,
    last_traded_quantity: 4294967295,
    average_traded_price: -0.01,
    volume_traded: 4294967295,
    total_buy_quantity: 4294967295,
    total_sell_quantity: 4294967295,
    ohlc: { open: -0.01, high: -0.01, low: -0.01, close: -0.01 },
    last_trade_time: new Date(4294967295000),
    exchange_timestamp: new Date(4294967295000),
    oi: 4294967295,
    oi_day_high: 4294967295,
    oi_day_low: 4294967295,
    depth: {
      buy: Array(5).fill(level(-0.01, 4294967295, 65535)),
      sell: Array(5).fill(level(-0.01, 4294967295, 65535)),
    },
  });
});

test("a full packet of zeros has no times and no change", () => {
  expect(decoded(`00063A01 ${"00".repeat(180)}`)).toMatchObject({
    last_trade_time: null,
    exchange_timestamp: null,
    change_absolute: null,
    change_percent: null,
    depth: { buy: [empty, empty, empty, empty, empty], sell: [empty, empty, empty, empty, empty] },
  });
});

test("one frame may mix modes and segments, and hold an instrument twice", () => {
  const { ticks } = decodeFrame(
    frameOf(
      hex("00063A01 00026683"),
      hex(`0003E909 002562CD ${"00".repeat(20)}`),
      hex(`00063A01 000266BA ${"00".repeat(176)}`),
      hex(`00064C03 2B5D7F30 ${"00".repeat(36)}`),
    ),
  );
  expect(
    ticks.map(({ mode, tradable, instrument_token, last_price }) => [mode, tradable, instrument_token, last_price]),
  ).toEqual([
    ["ltp", true, 408065, 1573.15],
    ["quote", false, 256265, 24501.25],
    ["full", true, 408065, 1573.7],
    ["quote", true, 412675, 72.7547696],
  ]);
});

test("a tick is a plain object, and shares nothing with its frame", () => {
  const frame = hex("0001 0008 000D8001 0000997F");
  const { ticks } = decodeFrame(frame);
  frame.fill(0);
  expect(structuredClone(ticks)).toStrictEqual([
    { mode: "ltp", tradable: true, instrument_token: 884737, last_price: 392.95 },
  ]);
});
