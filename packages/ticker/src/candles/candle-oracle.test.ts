import type { Candle } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Tick } from "../decode/tick.ts";
import { fullTick } from "../testing/ticks.ts";
import type { CandleInterval } from "./bar-clock.ts";
import { CandleBuilder } from "./candle-builder.ts";

/** A trade as the exchange knows it. Times are seconds since the first midnight in India, prices are in paise. */
interface Trade {
  readonly second: number;
  readonly paise: number;
  /** Volume of its day, itself included. */
  readonly dayVolume: number;
}

const token = 408065;
const midnight = Date.parse("2026-03-02T00:00:00+05:30");
const daySeconds = 86_400;
const open = 9 * 3600 + 15 * 60;
const close = 15 * 3600 + 30 * 60;
const date = (second: number): Date => new Date(midnight + second * 1000);
const tickOf = ({ second, paise, dayVolume }: Trade): Tick =>
  fullTick(paise / 100, dayVolume, { traded: date(second) }, dayVolume % 7);

/** Days of trades between the open and the close, bunched so that bars have several and some have none. */
const markets: fc.Arbitrary<Trade[]> = fc
  .array(
    fc.array(
      fc.record({
        pause: fc.oneof({ weight: 4, arbitrary: fc.nat(40) }, fc.nat(4000)),
        paise: fc.integer({ min: 1, max: 999_999 }),
        quantity: fc.integer({ min: 1, max: 5000 }),
      }),
      { maxLength: 30 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((days) =>
    days.flatMap((trades, day) => {
      let second = day * daySeconds + open;
      let dayVolume = 0;
      return trades.flatMap(({ pause, paise, quantity }) => {
        second += pause;
        dayVolume += quantity;
        return second < day * daySeconds + close ? { second, paise, dayVolume } : [];
      });
    }),
  );

const intervals = fc.constantFrom<[CandleInterval, number]>(
  ...([1, 2, 3, 5, 7, 30, 60, 75] as const).map((minutes): [CandleInterval, number] => [
    minutes === 1 ? "minute" : `${minutes}minute`,
    minutes * 60,
  ]),
  ["day", daySeconds],
);

const startOf = ({ second }: Trade, length: number): number => {
  const day = Math.floor(second / daySeconds) * daySeconds;
  if (length === daySeconds) return day;
  return day + open + Math.floor((second - day - open) / length) * length;
};

/**
 * The bars of all trades that arrived, by grouping them. The volume of a bar is the last volume of the day in it less the last one
 * before it; before the first there is none, and a day that was not heard from in its first bar counts from its first tick on.
 */
function barsOf(trades: readonly Trade[], length: number): Candle[] {
  const starts = [...new Set(trades.map((trade) => startOf(trade, length)))].sort((one, other) => one - other);
  return starts.map((start) => {
    const own = trades.filter((trade) => startOf(trade, length) === start);
    const inTime = [...own].sort((one, other) => one.second - other.second);
    const day = Math.floor(start / daySeconds) * daySeconds;
    const before = trades.filter((trade) => trade.second >= day && startOf(trade, length) < start);
    const [first, last] = [inTime[0] as Trade, inTime.at(-1) as Trade];
    const isFirstBar = start === day || start === day + open;
    const base = before.length
      ? Math.max(...before.map(({ dayVolume }) => dayVolume))
      : isFirstBar
        ? 0
        : (own[0] as Trade).dayVolume;
    const prices = own.map(({ paise }) => paise / 100);
    return {
      date: date(start),
      open: first.paise / 100,
      high: Math.max(...prices),
      low: Math.min(...prices),
      close: last.paise / 100,
      volume: Math.max(...own.map(({ dayVolume }) => dayVolume)) - base,
      oi: last.dayVolume % 7,
    };
  });
}

function building(interval: CandleInterval) {
  const bars: Candle[] = [];
  const builder = new CandleBuilder({ interval, hours: { start: "09:15" }, onBar: (bar) => bars.push(bar) });
  const all = (): Candle[] => {
    const live = builder.live(token);
    return live ? [...bars, live] : bars;
  };
  return { builder, all };
}

test("the bars of every trade are those of grouping them, whenever the clock looks", () => {
  const looks = fc.array(fc.boolean(), { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(markets, intervals, looks, (trades, [interval, length], isLooked) => {
      const { builder, all } = building(interval);
      for (const [index, trade] of trades.entries()) {
        builder.add(tickOf(trade), date(trade.second));
        if (isLooked[index]) builder.advance(date(trade.second));
      }
      expect(all()).toEqual(barsOf(trades, length));
      builder.advance(date(4 * daySeconds));
      expect(builder.live(token)).toBeUndefined();
      expect(all()).toEqual(barsOf(trades, length));
    }),
    { numRuns: 500 },
  );
});

test("the bars of some of the trades are those of grouping what arrived", () => {
  const kept = fc.array(fc.boolean(), { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(markets, intervals, kept, (trades, [interval, length], isKept) => {
      const arrived = trades.filter((_, index) => isKept[index]);
      const { builder, all } = building(interval);
      for (const trade of arrived) builder.add(tickOf(trade), date(trade.second));
      expect(all()).toEqual(barsOf(arrived, length));
    }),
    { numRuns: 500 },
  );
});

test("ticks may overtake each other within a bar", () => {
  const turns = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(markets, intervals, turns, (trades, [interval, length], turn) => {
      const distinct = trades.filter(({ second }, index) => second !== trades[index - 1]?.second);
      const shuffled = distinct
        .map((trade, index) => ({ trade, place: turn[index] ?? 0 }))
        .sort((one, other) => startOf(one.trade, length) - startOf(other.trade, length) || one.place - other.place)
        .map(({ trade }) => trade);
      const { builder, all } = building(interval);
      for (const trade of shuffled) builder.add(tickOf(trade), date(trade.second));
      expect(all()).toEqual(barsOf(shuffled, length));
    }),
    { numRuns: 500 },
  );
});

test("history and the ticks after it make the bars of all trades, without a seam", () => {
  fc.assert(
    fc.property(markets, intervals, fc.nat(), (trades, [interval, length], where) => {
      const known = trades.slice(0, where % (trades.length + 1));
      const history = barsOf(known, length);
      const { builder, all } = building(interval);
      const last = known.at(-1);
      if (last) builder.seed(token, history, { at: date(last.second), dayVolume: last.dayVolume });
      for (const trade of trades.slice(known.length)) builder.add(tickOf(trade), date(trade.second));
      expect([...history.slice(0, -1), ...all()]).toEqual(barsOf(trades, length));
    }),
    { numRuns: 500 },
  );
});
