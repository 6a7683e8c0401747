import type { FullTick } from "@kite/ticker";
import { expect, test } from "vitest";
import type { CandleRow } from "../chart/candle-rows.ts";
import { LiveCandles } from "./live-candles.ts";

/** 10:00 in India on a Friday, epoch seconds. */
const TEN = Date.UTC(2026, 10, 20, 4, 30) / 1000;

/** A trade so many seconds after ten, with the volume of the day. */
function trade(seconds: number, last_price: number, volume_traded: number): FullTick {
  const at = new Date((TEN + seconds) * 1000);
  return {
    instrument_token: 408065,
    mode: "full",
    tradable: true,
    last_price,
    volume_traded,
    last_traded_quantity: 1,
    average_traded_price: last_price,
    total_buy_quantity: 0,
    total_sell_quantity: 0,
    ohlc: { open: 1500, high: 1500, low: 1500, close: 1500 },
    change_absolute: 0,
    change_percent: 0,
    last_trade_time: at,
    exchange_timestamp: at,
    oi: 0,
    oi_day_high: 0,
    oi_day_low: 0,
    depth: { buy: [], sell: [] },
  };
}

const history: readonly CandleRow[] = [
  [TEN - 300, 1490, 1495, 1485, 1494, 900],
  [TEN, 1494, 1500, 1493, 1499, 400],
];

test("the running candle goes on where the history ends, with no share lost or counted twice", () => {
  const candles = new LiveCandles("5minute", history, trade(60, 1499, 10_000));
  expect(candles.latest).toEqual([history[1]]);
  candles.add(trade(61, 1502, 10_010));
  candles.add(trade(62, 1492, 10_030));
  expect(candles.latest).toEqual([[TEN, 1494, 1502, 1492, 1492, 430]]);
});

test("a candle that is over stays, and the next one follows it", () => {
  const candles = new LiveCandles("5minute", history, trade(60, 1499, 10_000));
  candles.add(trade(299, 1498, 10_005));
  candles.add(trade(301, 1497, 10_009));
  expect(candles.latest).toEqual([
    [TEN, 1494, 1500, 1493, 1498, 405],
    [TEN + 300, 1497, 1497, 1497, 1497, 4],
  ]);
});

test("a history that begins its candles elsewhere is refused", () => {
  const odd: readonly CandleRow[] = [[TEN + 7, 1494, 1500, 1493, 1499, 400]];
  expect(() => new LiveCandles("5minute", odd, trade(60, 1499, 10_000))).toThrow("no bar of this length");
});
