import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Clock } from "../clock.ts";
import { INTERVALS, type Interval } from "./candles.ts";
import { dayOf, startOfDay } from "./day.ts";
import { candlesBetween } from "./history.ts";
import { type Instrument, isIndex, isOnTick, toRupees, toTick } from "./instrument.ts";
import { type Market, SimulatedMarket } from "./market.ts";
import { endOf } from "./snapshot.ts";
import type { Minute } from "./trades.ts";

// making a market and its days takes a while on a busy machine
vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;
const INTERVAL_NAMES = Object.keys(INTERVALS) as Interval[];

const candlesOn = (market: Market, instrument: Instrument, day: number, interval: Interval): Minute[] => {
  const span = { interval, from: startOfDay(day), to: startOfDay(day) + DAY_MS - 1, continuous: false };
  return candlesBetween(market, instrument, span);
};

/** What one candle over all of them would look like. */
function total(candles: readonly Minute[]) {
  const [first] = candles;
  const last = candles.at(-1);
  if (!first || !last) return undefined;
  return {
    open: first.open,
    high: Math.max(...candles.map(({ high }) => high)),
    low: Math.min(...candles.map(({ low }) => low)),
    close: last.close,
    volume: candles.reduce((sum, { volume }) => sum + volume, 0),
    oi: last.oi,
  };
}

const moments = fc.record({
  seed: fc.integer(),
  // 2024 to 2027, any second of any day
  now: fc.integer({ min: Date.UTC(2024, 6, 1) / 1000, max: Date.UTC(2027, 11, 31) / 1000 }).map((s) => s * 1000),
  pick: fc.nat(),
  daysAgo: fc.oneof(fc.constant(0), fc.nat(40)),
  interval: fc.constantFrom(...INTERVAL_NAMES),
});

test("candles are sorted, inside the session, on the grid, and of one piece across all intervals", () => {
  let seen = 0;
  fc.assert(
    fc.property(moments, ({ seed, now, pick, daysAgo, interval }) => {
      const market = new SimulatedMarket(seed, new Clock(() => now), "");
      const instrument = market.list()[pick % market.list().length] as Instrument;
      const day = dayOf(now) - daysAgo;
      const minutes = candlesOn(market, instrument, day, "minute");
      const candles = candlesOn(market, instrument, day, interval);
      const session = market.session(instrument, day);
      if (!session) {
        expect([minutes, candles]).toEqual([[], []]);
        return;
      }
      seen += candles.length;
      const width = interval === "day" ? endOf(session) - session.open : INTERVALS[interval] * 60_000;
      const faults = candles.flatMap((candle, index) => {
        const { at, open, high, low, close, volume } = candle;
        const start = interval === "day" ? session.open : at;
        const inside = minutes.filter((minute) => minute.at >= start && minute.at < start + width);
        const checks = {
          sorted: at > (candles[index - 1]?.at ?? 0),
          grid: [open, high, low, close].every((paise) => isOnTick(instrument, toRupees(paise))),
          range: low <= Math.min(open, close) && high >= Math.max(open, close),
          volume: isIndex(instrument) ? volume === 0 : volume > 0,
          session: start >= session.open && start < endOf(session) && start <= now,
          start: (start - session.open) % width === 0,
          whole: JSON.stringify(total([candle])) === JSON.stringify(total(inside)),
        };
        return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [`${index} ${name}`]));
      });
      expect(faults).toEqual([]);
      expect(total(candles)).toEqual(total(minutes));
    }),
    { numRuns: 70 },
  );
  expect(seen).toBeGreaterThan(1000);
});

test("a quote says what the candles of its session say", () => {
  let traded = 0;
  fc.assert(
    fc.property(moments, fc.boolean(), ({ seed, now, pick }, pinned) => {
      const market = new SimulatedMarket(seed, new Clock(() => now), "");
      const instrument = market.list()[pick % market.list().length] as Instrument;
      if (pinned) {
        const price = toRupees(toTick(instrument.tick, market.price(instrument) * 108));
        market.setPrice(`${instrument.exchange}:${instrument.tradingsymbol}`, price);
        expect(market.price(instrument)).toBe(price);
      }
      const quote = market.quote(instrument);
      const days = Array.from({ length: 12 }, (_, ago) => candlesOn(market, instrument, dayOf(now) - ago, "day"));
      const [latest, before] = days.flat();
      if (!latest) return;
      if (quote.ohlc.open === 0) {
        expect(toRupees(latest.close)).toBe(quote.last_price);
        return;
      }
      traded += 1;
      expect(quote).toMatchObject({ last_price: toRupees(latest.close), volume: latest.volume, oi: latest.oi });
      const { open, high, low, close } = quote.ohlc;
      expect([open, high, low]).toEqual([latest.open, latest.high, latest.low].map(toRupees));
      if (before) expect(close).toBe(toRupees(before.close));
      expect(market.priceOf(instrument)).toEqual({ last_price: quote.last_price, close_price: close });
      if (quote.volume > 0) expect(quote.average_price >= low - 0.01 && quote.average_price <= high + 0.01).toBe(true);
    }),
    { numRuns: 70 },
  );
  expect(traded).toBeGreaterThan(20);
});

test("what is over stays as it was while the clock runs on", () => {
  fc.assert(
    fc.property(moments, fc.nat(200), ({ seed, now, pick, daysAgo }, later) => {
      let time = now;
      const market = new SimulatedMarket(seed, new Clock(() => time), "");
      const instrument = market.list()[pick % market.list().length] as Instrument;
      const day = dayOf(now) - daysAgo;
      const then = candlesOn(market, instrument, day, "minute").filter(({ at }) => at + 60_000 <= now);
      time += later * 3_600_000;
      // another market with the same seed, started later, tells the same story
      for (const one of [market, new SimulatedMarket(seed, new Clock(() => time), "")]) {
        expect(candlesOn(one, instrument, day, "minute").slice(0, then.length)).toEqual(then);
      }
    }),
    { numRuns: 25 },
  );
});

test("what trades seldom leaves minutes out, what trades always does not", () => {
  const now = Date.parse("2026-03-02T18:00:00+05:30");
  const market = new SimulatedMarket(7, new Clock(() => now), "");
  const count = (exchange: string, symbol: string): number =>
    candlesOn(market, market.instrument(exchange, symbol), dayOf(now), "minute").length;
  expect(count("NSE", "INFY")).toBe(375);
  expect(count("CDS", "USDINR26MARFUT")).toBe(480);
  expect(count("MCX", "GOLD26MARFUT")).toBe(541); // 09:00 to 18:00, the minute that is running included
  expect(count("BSE", "LAKEVIEW")).toBeGreaterThan(50);
  expect(count("BSE", "LAKEVIEW")).toBeLessThan(200);
});
