import { createRandom, type Random } from "../random.ts";
import { type Pricing, priceBar, pricingOn } from "./contract-price.ts";
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

/** Works out the trades of an instrument in a session, minute after minute. */
export class Trades {
  /** Level of what it follows at the end of the session before; paise, with fractions. */
  readonly reference: number;
  /** Open interest when the session begins. */
  readonly interestAtOpen: number;
  readonly #instrument: Instrument;
  readonly #open: number;
  readonly #path: SpotPath;
  readonly #pins: Pins;
  readonly #name: string;
  readonly #price: Pricing;
  readonly #interest: (timeOfDay: number) => number;
  readonly #random: Random;
  readonly #beginsWithTrade: boolean;
  /** Number of the minute that comes next, from 0. */
  #index = 0;

  constructor(seed: number, instrument: Instrument, { day, open }: Session, path: SpotPath, pins: Pins) {
    const { spot, listed } = instrument;
    this.reference = closingLevel(seed, spot, sessionBefore(spot.hours, day).day);
    this.#instrument = instrument;
    this.#open = open;
    this.#path = path;
    this.#pins = pins;
    this.#name = pinName(instrument);
    this.#price = pricingOn(instrument, day, this.reference);
    this.#interest = openInterest(seed, instrument, day);
    this.interestAtOpen = this.#interest(0);
    this.#random = createRandom(seed, `trades of ${keyOf(instrument)} ${day}`);
    // also on days before: a clock that was put back must not leave a holding without a price
    this.#beginsWithTrade = day <= dayOfDate(listed);
  }

  /** When the minute that comes next begins, epoch ms; infinite after the last one. */
  get nextAt(): number {
    return this.#index < this.#path.length ? this.#open + this.#index * 60_000 : Number.POSITIVE_INFINITY;
  }

  /** Goes on by a minute; undefined when nothing trades in it. */
  next(): Minute | undefined {
    const index = this.#index;
    const volume = this.#draw();
    return volume === undefined ? undefined : this.#minute(index, volume);
  }

  /** All minutes that are left. Those without a trade are missing. */
  rest(): Minute[] {
    const minutes: Minute[] = [];
    while (this.nextAt < Number.POSITIVE_INFINITY) {
      const minute = this.next();
      if (minute) minutes.push(minute);
    }
    return minutes;
  }

  /** The last of the minutes that are left, without the work of pricing the others. */
  last(): Minute | undefined {
    let index = 0;
    let volume: number | undefined;
    while (this.nextAt < Number.POSITIVE_INFINITY) {
      const drawn = this.#draw();
      if (drawn === undefined) continue;
      index = this.#index - 1;
      volume = drawn;
    }
    return volume === undefined ? undefined : this.#minute(index, volume);
  }

  /** Decides what quantity trades in the next minute; undefined for none at all. */
  #draw(): number | undefined {
    const { nextAt } = this;
    const index = this.#index;
    this.#index += 1;
    const trades = this.#random.fraction() < this.#instrument.activity;
    // drawn even if nothing trades, so that one trade more does not change all later ones
    const volume = drawVolume(this.#random, this.#instrument, index / this.#path.length);
    const must = (this.#beginsWithTrade && index === 0) || this.#pins.has(this.#name, nextAt);
    return trades || must ? volume : undefined;
  }

  #minute(index: number, volume: number): Minute {
    const { spot, expiry, tick } = this.#instrument;
    const { length } = this.#path;
    const at = this.#open + index * 60_000;
    let bar = this.#pins.apply(spot.name, at, this.#path.bar(index));
    if (expiry !== "") bar = this.#pins.apply(this.#name, at, priceBar(bar, this.#price, length - 1 - index));
    return {
      at,
      open: toGrid(tick, bar.open),
      high: toGrid(tick, bar.high),
      low: toGrid(tick, bar.low),
      close: toGrid(tick, bar.close),
      volume,
      oi: this.#interest((index + 1) / length),
    };
  }
}

/** More in the first and the last minutes of a day than at noon. */
function drawVolume(random: Random, instrument: Instrument, timeOfDay: number): number {
  const { lot_size, typicalVolume } = instrument;
  const distanceFromNoon = 2 * timeOfDay - 1;
  const rush = 0.5 + 1.5 * distanceFromNoon * distanceFromNoon;
  const lots = Math.max(1, Math.round((typicalVolume * rush * 2 * random.fraction()) / lot_size));
  return isIndex(instrument) ? 0 : lots * lot_size;
}
