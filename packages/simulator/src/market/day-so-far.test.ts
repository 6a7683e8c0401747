import fc from "fast-check";
import { expect, test } from "vitest";
import { instrumentOf } from "../testing/instrument.ts";
import { Calendar } from "./calendar.ts";
import { DaySoFar } from "./day-so-far.ts";
import type { Instrument } from "./instrument.ts";
import { Paths } from "./paths.ts";
import { Pins } from "./pins.ts";
import { type Session, sessionAt } from "./session.ts";
import { Trades } from "./trades.ts";

const session: Session = sessionAt("equity", Date.parse("2026-03-02T12:00:00+05:30"));
const seldom: Instrument = instrumentOf({ activity: 0.05 });
const future: Instrument = instrumentOf({
  expiry: "2026-03-30",
  instrument_type: "FUT",
  exchange: "NFO",
  lot_size: 50,
});

const paths = new Paths(7, new Calendar());
const tradesOf = (instrument: Instrument, pins = new Pins()): Trades =>
  new Trades({ seed: 7, paths, pins }, instrument, session);
const dayOf = (instrument: Instrument, pins = new Pins()): DaySoFar =>
  new DaySoFar(() => tradesOf(instrument, pins), {
    version: () => pins.version,
    changedSince: (version) => pins.changedSince(instrument, version),
  });
const moment = fc.integer({ min: session.open - 60_000, max: session.close + 60_000 });

const instruments: [string, Instrument][] = [
  ["a share", instrumentOf({})],
  ["what trades seldom", seldom],
  ["a future", future],
];

/** What a day has to say about the minutes it is made of. */
function expectSum(day: DaySoFar, instrument: Instrument, pins: Pins, now: number): void {
  const minutes = tradesOf(instrument, pins).upTo(now);
  expect(day.latest).toEqual(minutes.at(-1));
  expect(day.volume).toBe(minutes.reduce((sum, { volume }) => sum + volume, 0));
  if (minutes.length === 0) return;
  expect(day.open).toBe(minutes[0]?.open);
  expect(day.high).toBe(Math.max(...minutes.map(({ high }) => high)));
  expect(day.low).toBe(Math.min(...minutes.map(({ low }) => low)));
  expect(day.interest).toBe(minutes.at(-1)?.oi);
  expect(day.highestInterest).toBeGreaterThanOrEqual(Math.max(...minutes.map(({ oi }) => oi)));
  expect(day.lowestInterest).toBeLessThanOrEqual(Math.min(...minutes.map(({ oi }) => oi)));
  const value = minutes.reduce((sum, { open, high, low, close, volume }) => {
    return sum + ((open + high + low + close) / 4) * volume;
  }, 0);
  expect(day.value).toBeCloseTo(value, 4);
  const { at = 0, lots = 0 } = day.lastTrade ?? {};
  expect(at).toBeLessThanOrEqual(now);
  expect(at).toBeGreaterThanOrEqual(minutes.at(-1)?.at ?? 0);
  expect(lots * instrument.lot_size).toBeLessThanOrEqual(minutes.at(-1)?.volume ?? 0);
}

test.each(instruments)(
  "sums up %s at any moment as its minutes say, also when the clock goes back",
  (_, instrument) => {
    const day = dayOf(instrument);
    fc.assert(fc.property(moment, (now) => expectSum(day.goTo(now), instrument, new Pins(), now)));
  },
);

test.each(instruments)("sums up %s as its minutes say when prices are set by hand", (_, instrument) => {
  const step = fc.record({ now: moment, paise: fc.integer({ min: 30_000, max: 40_000 }), own: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const pins = new Pins();
      const day = dayOf(instrument, pins);
      for (const { now, paise, own } of steps) {
        day.goTo(now);
        const at = Math.max(session.open, Math.min(now, session.close - 1));
        pins.set(own && instrument.expiry !== "" ? "NFO:AARON" : "AARON", at, paise * 5);
        expectSum(day.goTo(now), instrument, pins, now);
        if (now >= session.open && !own) expect(day.latest?.at).toBe(Math.floor(at / 60_000) * 60_000);
      }
    }),
    { numRuns: 30 },
  );
});

test.each(instruments)("the last minute of %s is the last of all, whatever was set by hand", (_, instrument) => {
  expect(tradesOf(instrument).last()).toEqual(tradesOf(instrument).upTo(session.close).at(-1));
  const pins = new Pins();
  pins.set("AARON", session.close - 90_000, 35_000);
  expect(tradesOf(instrument, pins).last()).toEqual(tradesOf(instrument, pins).upTo(session.close).at(-1));
  expect(tradesOf(instrument, pins).last()?.at).toBeGreaterThanOrEqual(session.close - 120_000);
});

test.each(instruments)("a minute of %s is its seconds taken together", (_, instrument) => {
  const [whole, walked] = [tradesOf(instrument), tradesOf(instrument)];
  while (whole.nextAt < session.close) {
    const draw = whole.draw();
    expect(walked.minuteOf(draw, walked.walk(draw).goTo(59))).toEqual(whole.minute(draw));
  }
});
