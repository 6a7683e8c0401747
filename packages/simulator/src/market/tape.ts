import type { Calendar } from "./calendar.ts";
import { pricingOn } from "./contract-price.ts";
import { dayOfDate } from "./day.ts";
import { DaySoFar } from "./day-so-far.ts";
import { hoursOf } from "./hours.ts";
import { type Instrument, toGrid } from "./instrument.ts";
import { Paths } from "./paths.ts";
import { Pins, pinName } from "./pins.ts";
import type { Session } from "./session.ts";
import { type Minute, Trades } from "./trades.ts";

/** What was worked out for an instrument and a day, and what had been set by hand then. */
interface Known<T> {
  readonly day: number;
  readonly version: number;
  readonly result: T;
}

/**
 * Every trade there ever was, by the minute. Nothing is stored: a day follows from seed, instrument and date, and is
 * worked out again when it is asked for again.
 */
export class Tape {
  readonly #seed: number;
  readonly #calendar: Calendar;
  readonly #pins = new Pins();
  readonly #paths: Paths;
  /** The latest of each instrument. */
  readonly #days = new WeakMap<Instrument, { readonly day: number; readonly result: DaySoFar }>();
  readonly #closes = new WeakMap<Instrument, Known<number | undefined>>();

  constructor(seed: number, calendar: Calendar) {
    this.#seed = seed;
    this.#calendar = calendar;
    this.#paths = new Paths(seed, calendar);
  }

  /** Prices set by hand. */
  get pins(): Pins {
    return this.#pins;
  }

  /** All trades of a session up to a moment, epoch ms. */
  minutes(instrument: Instrument, session: Session, now: number): readonly Minute[] {
    return this.#trades(instrument, session).upTo(now);
  }

  /** A session summed up to a moment, epoch ms. */
  dayUpTo(now: number, instrument: Instrument, session: Session): DaySoFar {
    const known = this.#days.get(instrument);
    if (known?.day === session.day) return known.result.goTo(now);
    const day = new DaySoFar(() => this.#trades(instrument, session), {
      version: () => this.#pins.version,
      changedSince: (version) => this.#pins.changedSince(instrument, version),
    });
    this.#days.set(instrument, { day: session.day, result: day });
    return day.goTo(now);
  }

  /** Paise of the last trade before a session; undefined when there was none. */
  closeBefore(instrument: Instrument, { day, open }: Session): number | undefined {
    const known = this.#closes.get(instrument);
    if (known?.day === day && this.#pins.changedSince(instrument, known.version) >= open) return known.result;
    const result = this.#findClose(instrument, day);
    this.#closes.set(instrument, { day, version: this.#pins.version, result });
    return result;
  }

  /** Paise at which something would change hands at the end of a session. */
  settlement(instrument: Instrument, { day, close }: Session): number {
    const { spot, tick } = instrument;
    const pinned = this.#pins.standing(pinName(instrument), close);
    if (pinned !== undefined) return pinned;
    const level = this.#pins.standing(spot.name, close) ?? this.#paths.closing(spot, day);
    const before = this.#calendar.before(hoursOf(instrument), day).day;
    return toGrid(tick, pricingOn(instrument, day, this.#paths.closing(spot, before))(level, 0));
  }

  /** Puts the price to `paise` at a moment, epoch ms. What follows a spot moves along with it. */
  pin(instrument: Instrument, at: number, paise: number): void {
    this.#pins.set(pinName(instrument), at, paise);
  }

  #findClose(instrument: Instrument, before: number): number | undefined {
    const first = dayOfDate(instrument.listed);
    const hours = hoursOf(instrument);
    let session = this.#calendar.before(hours, before);
    while (session.day >= first) {
      const last = this.#trades(instrument, session).last();
      if (last) return last.close;
      session = this.#calendar.before(hours, session.day);
    }
    return undefined;
  }

  #trades(instrument: Instrument, session: Session): Trades {
    return new Trades({ seed: this.#seed, paths: this.#paths, pins: this.#pins }, instrument, session);
  }
}
