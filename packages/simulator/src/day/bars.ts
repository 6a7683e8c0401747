import type { Clock } from "../clock.ts";
import { dayOf } from "../market/day.ts";
import type { Instrument } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";

/** Lowest and highest price of a minute, rupees. */
export interface Bar {
  readonly low: number;
  readonly high: number;
}

const MINUTE_MS = 60_000;

/** What prices will do on the way to a later time. Good for as long as nobody sets a price by hand. */
export class Bars {
  readonly #clock: Clock;
  readonly #market: Market;
  readonly #to: number;
  readonly #days = new Map<Instrument, { readonly day: number; readonly bars: ReadonlyMap<number, Bar> }>();

  /** @param to - Epoch ms up to which is looked. */
  constructor(clock: Clock, market: Market, to: number) {
    this.#clock = clock;
    this.#market = market;
    this.#to = to;
  }

  /** What an instrument does in the minute that begins at `minute`, epoch ms; undefined when nothing trades in it. */
  of(instrument: Instrument, minute: number): Bar | undefined {
    const day = dayOf(minute);
    const known = this.#days.get(instrument);
    if (known?.day === day) return known.bars.get(minute);
    const bars = this.#lookAhead(instrument, day);
    this.#days.set(instrument, { day, bars });
    return bars.get(minute);
  }

  #lookAhead(instrument: Instrument, day: number): ReadonlyMap<number, Bar> {
    const session = this.#market.session(instrument, day);
    if (!session) return new Map();
    // the minute in which the way ends is looked at as a whole
    const minutes = this.#clock.holdAt(this.#to + MINUTE_MS, () => this.#market.minutes(instrument, session));
    return new Map(minutes.map(({ at, high, low }) => [at, { high: high / 100, low: low / 100 }]));
  }
}
