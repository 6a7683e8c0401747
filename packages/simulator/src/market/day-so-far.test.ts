import fc from "fast-check";
import { expect, test } from "vitest";
import { instrumentOf } from "../testing/instrument.ts";
import { DaySoFar } from "./day-so-far.ts";
import type { Instrument } from "./instrument.ts";
import { Pins } from "./pins.ts";
import { type Session, sessionAt } from "./session.ts";
import { SpotPath } from "./spot-path.ts";
import { Trades } from "./trades.ts";

const session: Session = sessionAt("equity", Date.parse("2026-03-02T12:00:00+05:30"));
const seldom: Instrument = instrumentOf({ activity: 0.05 });
const future: Instrument = instrumentOf({
  expiry: "2026-03-30",
  instrument_type: "FUT",
  exchange: "NFO",
  lot_size: 50,
});

const tradesOf = (instrument: Instrument): Trades =>
  new Trades(7, instrument, session, new SpotPath(7, instrument.spot, session), new Pins());

test.each([
  ["a share", instrumentOf({})],
  ["what trades seldom", seldom],
  ["a future", future],
])("sums up %s at any moment as its minutes say, also when the clock goes back", (_, instrument) => {
  const all = tradesOf(instrument).rest();
  const day = new DaySoFar(() => tradesOf(instrument));
  const moment = fc.integer({ min: session.open - 60_000, max: session.close + 60_000 });
  fc.assert(
    fc.property(moment, (now) => {
      const minutes = all.filter(({ at }) => at <= now);
      day.goTo(now);
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
    }),
  );
});

test.each([
  ["a share", instrumentOf({})],
  ["what trades seldom", seldom],
  ["a future", future],
])("the last minute of %s is the last of all", (_, instrument) =>
  expect(tradesOf(instrument).last()).toEqual(tradesOf(instrument).rest().at(-1)),
);
