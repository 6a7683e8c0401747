import { createRandom, type Random } from "../random.ts";
import { priceBar, pricingOn } from "./contract-price.ts";
import { dayOfDate } from "./day.ts";
import { type Instrument, isIndex, keyOf, toGrid } from "./instrument.ts";
import { closingLevel } from "./level.ts";
import { openInterest } from "./open-interest.ts";
import { type Pins, pinName } from "./pins.ts";
import { type Session, sessionBefore } from "./session.ts";
import type { Bar, SpotPath } from "./spot-path.ts";

/** What traded in one minute. Prices are paise on the tick grid. */
export interface Minute extends Bar {
  /** When the minute began, epoch ms. */
  readonly at: number;
  readonly volume: number;
  /** Open interest at its end. */
  readonly oi: number;
}

/** Works out all trades of an instrument in a session, by the minute. Minutes without a trade are missing. */
export function tradesOf(
  seed: number,
  instrument: Instrument,
  session: Session,
  path: SpotPath,
  pins: Pins,
): readonly Minute[] {
  const { spot, activity, expiry, tick } = instrument;
  const { day, open } = session;
  const name = pinName(instrument);
  const price = pricingOn(instrument, day, closingLevel(seed, spot, sessionBefore(spot.hours, day).day));
  const interest = openInterest(seed, instrument, day);
  const random = createRandom(seed, `trades of ${keyOf(instrument)} ${day}`);
  // also on days before: a clock that was put back must not leave a holding without a price
  const beginsWithTrade = day <= dayOfDate(instrument.listed);
  const minutes: Minute[] = [];
  for (let index = 0; index < path.length; index += 1) {
    const at = open + index * 60_000;
    const trades = random.fraction() < activity || (beginsWithTrade && index === 0) || pins.has(name, at);
    // drawn even if nothing trades, so that one trade more does not change all later ones
    const volume = drawVolume(random, instrument, index / path.length);
    if (!trades) continue;
    let bar = pins.apply(spot.name, at, path.bar(index));
    if (expiry !== "") bar = pins.apply(name, at, priceBar(bar, price, path.length - 1 - index));
    minutes.push({
      at,
      open: toGrid(tick, bar.open),
      high: toGrid(tick, bar.high),
      low: toGrid(tick, bar.low),
      close: toGrid(tick, bar.close),
      volume,
      oi: interest((index + 1) / path.length),
    });
  }
  return minutes;
}

/** More in the first and the last minutes of a day than at noon. */
function drawVolume(random: Random, instrument: Instrument, timeOfDay: number): number {
  const { lot_size, typicalVolume } = instrument;
  const distanceFromNoon = 2 * timeOfDay - 1;
  const rush = 0.5 + 1.5 * distanceFromNoon * distanceFromNoon;
  const lots = Math.max(1, Math.round((typicalVolume * rush * 2 * random.fraction()) / lot_size));
  return isIndex(instrument) ? 0 : lots * lot_size;
}
