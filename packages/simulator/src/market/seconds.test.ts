import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Clock } from "../clock.ts";
import { dayOf } from "./day.ts";
import { type Instrument, isIndex, isOnTick, toRupees } from "./instrument.ts";
import { SimulatedMarket } from "./market.ts";
import type { Quote } from "./quote.ts";

vi.setConfig({ testTimeout: 60_000 });

/** A market and what it says in every second of a minute. */
function watch(seed: number, minute: number, pick: number) {
  let now = minute;
  const market = new SimulatedMarket(seed, new Clock(() => now), "");
  const instruments = market.list();
  const instrument = instruments[pick % instruments.length] as Instrument;
  const before = now - 1000;
  now = before;
  const first = market.quote(instrument);
  const quotes = Array.from({ length: 60 }, (_, second) => {
    now = minute + second * 1000;
    return market.quote(instrument);
  });
  const candleAt = (at: number) => {
    now = at;
    const session = market.session(instrument, dayOf(minute));
    return session && market.minutes(instrument, session).find((candle) => candle.at === minute);
  };
  return { market, instrument, first, quotes, candleAt };
}

/** 2025 to 2027, from 09:15 to 15:14 in India: every kind of instrument is open then, on most days. */
const moments = fc.record({
  seed: fc.integer(),
  day: fc.integer({ min: 20_090, max: 21_180 }),
  minute: fc.integer({ min: 0, max: 359 }),
  pick: fc.nat(),
});
const startOf = (day: number, minute: number): number => day * 86_400_000 + (9 * 60 + 15 - 330 + minute) * 60_000;

/** A candle of what somebody sees who looks every second. */
function seen(first: Quote, quotes: readonly Quote[]) {
  const traded = quotes.filter(({ volume }, second) => volume > (quotes[second - 1] ?? first).volume);
  const ticks = isIndex(first.instrument) ? quotes : traded;
  const prices = ticks.map(({ last_price }) => last_price);
  return {
    open: prices[0],
    high: Math.max(...prices),
    low: Math.min(...prices),
    close: prices.at(-1),
    volume: (quotes.at(-1)?.volume ?? 0) - first.volume,
  };
}

test("who looks every second sees the candle that history tells, and history never changes it", () => {
  let candles = 0;
  fc.assert(
    fc.property(moments, ({ seed, day, minute, pick }) => {
      const at = startOf(day, minute);
      const { instrument, first, quotes, candleAt } = watch(seed, at, pick);
      const candle = candleAt(at + 59_999);
      expect(candleAt(at + 60_000)).toEqual(candle);
      expect(candleAt(at + 7 * 86_400_000)).toEqual(candle);
      if (!candle) return;
      candles += 1;
      const [open, high, low, close] = [candle.open, candle.high, candle.low, candle.close].map(toRupees);
      // the first minute of a session begins after a quote of the session before
      const start = dayOf(first.timestamp) === dayOf(at) ? first : { ...first, volume: 0 };
      expect(seen(start, quotes)).toEqual({ open, high, low, close, volume: candle.volume });
      expect(isIndex(instrument) ? candle.volume === 0 : candle.volume >= 4 * instrument.lot_size).toBe(true);
    }),
    { numRuns: 60 },
  );
  expect(candles).toBeGreaterThan(15);
});

test("in every second: on the grid, inside the circuit, volume only grows, and the candle so far agrees", () => {
  fc.assert(
    fc.property(moments, ({ seed, day, minute, pick }) => {
      const at = startOf(day, minute);
      const { instrument, quotes, candleAt } = watch(seed, at, pick);
      const faults = quotes.flatMap((quote, second) => {
        const { last_price: last, ohlc, volume, last_trade_time = 0, lower_circuit_limit, upper_circuit_limit } = quote;
        const levels = [...quote.depth.buy]
          .reverse()
          .concat(quote.depth.sell)
          .filter(({ quantity }) => quantity > 0);
        const prices = levels.map(({ price }) => price);
        const checks = {
          grid: [last, ...Object.values(ohlc), ...prices].every((price) => isOnTick(instrument, price)),
          circuit: [last, ...prices].every((price) => price >= lower_circuit_limit && price <= upper_circuit_limit),
          order: prices.every((price, place) => price > (prices[place - 1] ?? 0)),
          range: ohlc.open === 0 || (last >= ohlc.low && last <= ohlc.high),
          volume: volume >= (quotes[second - 1]?.volume ?? 0),
          time: last_trade_time <= at + second * 1000,
          quantity: quote.last_quantity % instrument.lot_size === 0,
        };
        return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [`${second} ${name}`]));
      });
      expect(faults).toEqual([]);
      const second = pick % 60;
      const candle = candleAt(at + second * 1000);
      if (candle) expect(toRupees(candle.close)).toBe(quotes[second]?.last_price);
    }),
    { numRuns: 60 },
  );
});

test("the same seed gives the same bytes, whoever has been asked for what before", () => {
  fc.assert(
    fc.property(moments, fc.nat(59), ({ seed, day, minute, pick }, second) => {
      const at = startOf(day, minute);
      const { instrument, quotes } = watch(seed, at, pick);
      const fresh = new SimulatedMarket(seed, new Clock(() => at + second * 1000), "");
      const same = fresh.findByKey(`${instrument.exchange}:${instrument.tradingsymbol}`) as Instrument;
      expect(JSON.stringify(fresh.quote(same))).toBe(JSON.stringify(quotes[second]));
    }),
    { numRuns: 25 },
  );
});

test("a well-known share and what follows it move nearly every second, together", () => {
  const at = startOf(20_514, 100); // Monday, 2 March 2026, 10:55
  let now = at;
  const market = new SimulatedMarket(7, new Clock(() => now), "");
  const keys = ["NSE:INFY", "NFO:INFY26MARFUT", "NSE:NIFTY 50", "NFO:NIFTY26MARFUT", "NFO:NIFTY26MAR25000CE"];
  const rows = keys.map((key) => market.findByKey(key) as Instrument);
  const changes = new Map<string, number>();
  const prices: number[][] = [];
  for (let second = 0; second < 600; second += 1) {
    now = at + second * 1000;
    prices.push(rows.map((row) => market.price(row)));
    rows.forEach(({ tradingsymbol }, index) => {
      const [last, one] = [prices.at(-1)?.[index], prices.at(-2)?.[index]];
      if (last !== one) changes.set(tradingsymbol, (changes.get(tradingsymbol) ?? 0) + 1);
    });
  }
  expect(Math.min(...changes.values())).toBeGreaterThan(300);
  expect(changes.size).toBe(keys.length);
  // the future is never further from its share than its carry and what trades seldom lags behind
  for (const [share = 0, future = 0] of prices) expect(Math.abs(future / share - 1.0045)).toBeLessThan(0.002);
});

test("every minute of a day has a part in its volume, and the ends of the day have more than noon", () => {
  let now = startOf(20_514, 375);
  const market = new SimulatedMarket(7, new Clock(() => now), "");
  const infy = market.findByKey("NSE:INFY") as Instrument;
  const session = market.session(infy, dayOf(now));
  if (!session) throw new Error("a Monday has a session");
  const volumes = market.minutes(infy, session).map(({ volume }) => volume);
  const sum = (from: number, to: number): number =>
    volumes.slice(from, to).reduce((total, volume) => total + volume, 0);
  expect(volumes).toHaveLength(375);
  expect(sum(0, 375)).toBe(market.quote(infy).volume);
  expect(sum(0, 60)).toBeGreaterThan(1.5 * sum(158, 218));
  expect(sum(315, 375)).toBeGreaterThan(1.5 * sum(158, 218));
  // the auction at the opening: two fifths of the first minute in its first second
  now = startOf(20_514, 0);
  const opening = market.quote(infy).volume;
  now += 59_999;
  expect(opening / market.quote(infy).volume).toBeGreaterThan(0.39);
});
