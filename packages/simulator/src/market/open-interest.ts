import { createRandom } from "../random.ts";
import { dayOfDate } from "./day.ts";
import { type Instrument, keyOf } from "./instrument.ts";
import { sessionBefore } from "./session.ts";

/** Open interest during a day, by the part of the session that is over. Shares and indices have none. */
export function openInterest(seed: number, instrument: Instrument, day: number): (timeOfDay: number) => number {
  if (instrument.expiry === "") return () => 0;
  const before = endOfDay(seed, instrument, sessionBefore(instrument.spot.hours, day).day);
  const after = endOfDay(seed, instrument, day);
  const { lot_size } = instrument;
  return (timeOfDay) => Math.round((before + (after - before) * timeOfDay) / lot_size) * lot_size;
}

/** Grows from nothing while a contract is young. */
function endOfDay(seed: number, instrument: Instrument, day: number): number {
  const age = day - dayOfDate(instrument.listed) + 1;
  if (age <= 0) return 0;
  const swing = 0.8 + 0.4 * createRandom(seed, `open interest of ${keyOf(instrument)} ${day}`).fraction();
  return instrument.typicalVolume * instrument.activity * 20 * swing * Math.min(1, age / 20);
}
