import { createRandom, type Random } from "../random.ts";
import { type Pricing, priceBar, pricingOn } from "./contract-price.ts";
import { dayOfDate } from "./day.ts";
import { diceOf } from "./dice.ts";
import { type Instrument, isEquity, isIndex, keyOf, toGrid } from "./instrument.ts";
import { FEWEST_LOTS, MinuteWalk } from "./minute-walk.ts";
import { openInterest } from "./open-interest.ts";
import type { Paths } from "./paths.ts";
import { type Pins, pinName } from "./pins.ts";
import type { Session } from "./session.ts";
import type { Bar, SpotPath } from "./spot-path.ts";

/** What traded in one minute. Prices are paise on the tick grid. */
export interface Minute extends Bar {
  /** When the minute began, epoch ms. */
  readonly at: number;
  readonly volume: number;
  /** Open interest at its end. */
  readonly oi: number;
}

/** What was drawn for a minute: when it begins (epoch ms), whether anything trades by itself, and how many lots. */
export interface Draw {
  readonly at: number;
  readonly trades: boolean;
  readonly lots: number;
}

/** What the trades of a day are worked out from. */
export interface Sources {
  readonly seed: number;
  readonly paths: Paths;
  readonly pins: Pins;
}

/** Part of the first minute's volume that changes hands in the opening auction, at one price. */
const AUCTIONED = 0.4;
/** The closing auction's volume, in average minutes. */
const CLOSING_AUCTION = 12;

/** Works out the trades of an instrument in a session, minute after minute. */
export class Trades {
  /** Level of what it follows at the end of the session before; paise, with fractions. */
  readonly reference: number;
  /** Open interest when the session begins. */
  readonly interestAtOpen: number;
  readonly #sources: Sources;
  readonly #instrument: Instrument;
  readonly #session: Session;
  readonly #path: SpotPath;
  readonly #name: string;
  readonly #price: Pricing;
  readonly #interest: (timeOfDay: number) => number;
  readonly #random: Random;
  readonly #beginsWithTrade: boolean;
  /** Minutes of continuous trading. */
  readonly #length: number;
  /** Number of the minute that comes next, from 0; the closing auction's comes after the last one. */
  #index = 0;

  constructor(sources: Sources, instrument: Instrument, session: Session) {
    const { spot, listed } = instrument;
    const { day, open, close } = session;
    this.#sources = sources;
    this.#instrument = instrument;
    this.#session = session;
    this.#path = sources.paths.path(spot, day);
    this.reference = this.#path.reference;
    this.#name = pinName(instrument);
    this.#price = pricingOn(instrument, day, this.reference);
    this.#interest = openInterest(sources.seed, instrument, day);
    this.interestAtOpen = this.#interest(0);
    this.#random = createRandom(sources.seed, `trades of ${keyOf(instrument)} ${day}`);
    // also on days before: a clock that was put back must not leave a holding without a price
    this.#beginsWithTrade = day <= dayOfDate(listed);
    this.#length = (close - open) / 60_000;
  }

  /** When the minute that comes next begins, epoch ms; infinite after the last one. */
  get nextAt(): number {
    const { open, auction = Number.POSITIVE_INFINITY } = this.#session;
    if (this.#index < this.#length) return open + this.#index * 60_000;
    return this.#index === this.#length ? auction : Number.POSITIVE_INFINITY;
  }

  /** Goes on by a minute: decides whether and how much trades in it. */
  draw(): Draw {
    const at = this.nextAt;
    const index = this.#index;
    this.#index += 1;
    const trades = this.#random.fraction() < this.#instrument.activity;
    // drawn even if nothing trades, so that one trade more does not change all later ones
    const lots = drawLots(this.#random, this.#instrument, index / this.#length);
    if (index === this.#length) return { at, trades: true, lots: lots * CLOSING_AUCTION };
    return { at, trades: trades || (this.#beginsWithTrade && index === 0), lots };
  }

  /** A minute that is over; undefined when nothing has traded in it. */
  minute(draw: Draw): Minute | undefined {
    // by the second it is the same, and takes many times as long
    if (this.#isPinned(draw.at)) return this.minuteOf(draw, this.walk(draw).goTo(59));
    if (!draw.trades) return undefined;
    const bar = priceBar(this.#spotBar(draw.at), (level) => this.#priceAt(draw.at, level));
    return { at: draw.at, ...bar, volume: draw.lots * this.#instrument.lot_size, oi: this.#interestAfter(draw.at) };
  }

  /** A minute by the second. */
  walk(draw: Draw): MinuteWalk {
    const { at, lots, trades } = draw;
    const { seed, paths, pins } = this.#sources;
    const { spot } = this.#instrument;
    return new MinuteWalk({
      trades,
      lots,
      atOnce: this.#auctioned(draw),
      dice: diceOf(seed, `seconds of ${keyOf(this.#instrument)} ${at}`),
      spot: paths.minute(spot, at, this.#spotBar(at)),
      spotPin: pins.of(spot.name, at),
      ownPin: this.#name === spot.name ? undefined : pins.of(this.#name, at),
      price: (level) => this.#priceAt(at, level),
    });
  }

  /** What a walk has come to; undefined when nothing has traded yet. */
  minuteOf({ at }: Draw, { traded, open, high, low, close, lots }: MinuteWalk): Minute | undefined {
    if (!traded) return undefined;
    return { at, open, high, low, close, volume: lots * this.#instrument.lot_size, oi: this.#interestAfter(at) };
  }

  /** All minutes that are left, up to a moment (epoch ms). Those without a trade are missing. */
  upTo(now: number): Minute[] {
    const minutes: Minute[] = [];
    while (this.nextAt <= now) {
      const draw = this.draw();
      const minute =
        draw.at + 60_000 <= now
          ? this.minute(draw)
          : this.minuteOf(draw, this.walk(draw).goTo(Math.floor((now - draw.at) / 1000)));
      if (minute) minutes.push(minute);
    }
    return minutes;
  }

  /** The last of the minutes that are left, without the work of pricing the others. */
  last(): Minute | undefined {
    let last: Draw | undefined;
    while (this.nextAt < Number.POSITIVE_INFINITY) {
      const draw = this.draw();
      if (draw.trades || this.#isPinned(draw.at)) last = draw;
    }
    return last && this.minute(last);
  }

  /** The spot in a minute in which nobody sets a price: flat if somebody has set one before, and in an auction. */
  #spotBar(at: number): Bar {
    const standing = this.#sources.pins.standing(this.#instrument.spot.name, at);
    if (standing !== undefined) return flat(standing);
    const number = (at - this.#path.start) / 60_000;
    return at === this.#session.auction ? flat(this.#path.level(number)) : this.#path.bar(number);
  }

  /** Whether a price was set by hand in a minute, of the instrument or of what it follows. */
  #isPinned(at: number): boolean {
    const { pins } = this.#sources;
    return pins.of(this.#instrument.spot.name, at) !== undefined || pins.of(this.#name, at) !== undefined;
  }

  #priceAt(at: number, level: number): number {
    const { expiry, tick } = this.#instrument;
    if (expiry === "") return toGrid(tick, level);
    const standing = this.#sources.pins.standing(this.#name, at);
    if (standing !== undefined) return standing;
    return toGrid(tick, this.#price(level, this.#path.length - 1 - (at - this.#path.start) / 60_000));
  }

  #interestAfter(at: number): number {
    const { open, close } = this.#session;
    return this.#interest(Math.min(1, (at + 60_000 - open) / (close - open)));
  }

  /** Lots of a minute that change hands at one price in an auction. */
  #auctioned({ at, lots }: Draw): number {
    const { open, auction } = this.#session;
    if (at === auction) return lots;
    const { exchange } = this.#instrument;
    return at === open && isEquity(exchange) ? Math.floor((lots - FEWEST_LOTS) * AUCTIONED) : 0;
  }
}

const flat = (paise: number): Bar => ({ open: paise, high: paise, low: paise, close: paise });

/** More in the first and the last minutes of a day than at noon. */
function drawLots(random: Random, instrument: Instrument, timeOfDay: number): number {
  const { lot_size, typicalVolume } = instrument;
  const distanceFromNoon = 2 * timeOfDay - 1;
  const rush = 0.5 + 1.5 * distanceFromNoon * distanceFromNoon;
  const lots = Math.max(FEWEST_LOTS, Math.round((typicalVolume * rush * 2 * random.fraction()) / lot_size));
  return isIndex(instrument) ? 0 : lots;
}
