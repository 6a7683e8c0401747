import { pricingOn } from "./contract-price.ts";
import { type Instrument, keyOf, toGrid } from "./instrument.ts";
import { closingLevel } from "./level.ts";
import { Pins, pinName } from "./pins.ts";
import { Recent } from "./recent.ts";
import { type Session, sessionBefore } from "./session.ts";
import { SpotPath } from "./spot-path.ts";
import { type Minute, tradesOf } from "./trades.ts";

/**
 * Every trade there ever was, by the minute. Nothing is stored: a day follows from seed, instrument and date, and is
 * worked out again when it is asked for again.
 */
export class Tape {
  readonly #seed: number;
  readonly #pins = new Pins();
  readonly #paths = new Recent<SpotPath>(100);
  readonly #days = new Recent<readonly Minute[]>(500);
  readonly #ends = new Recent<Minute | undefined>(10_000);

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** All trades of a session, also those that are yet to come. */
  minutes(instrument: Instrument, session: Session): readonly Minute[] {
    const path = this.#paths.get(`${instrument.spot.name} ${session.day}`, () => {
      return new SpotPath(this.#seed, instrument.spot, session);
    });
    return tradesOf(this.#seed, instrument, session, path, this.#pins);
  }

  /** The same, kept for a while: for the day that quotes are made from, not for years of history. */
  keptMinutes(instrument: Instrument, session: Session): readonly Minute[] {
    return this.#days.get(`${keyOf(instrument)} ${session.day}`, () => this.minutes(instrument, session));
  }

  /** The last minute of a session with trades; undefined when there were none. */
  lastMinute(instrument: Instrument, session: Session): Minute | undefined {
    return this.#ends.get(`${keyOf(instrument)} ${session.day}`, () => this.minutes(instrument, session).at(-1));
  }

  /** Paise at which something would change hands at the end of a session. */
  settlement(instrument: Instrument, { day, close }: Session): number {
    const { spot, tick } = instrument;
    const pinned = this.#pins.standing(pinName(instrument), close);
    if (pinned !== undefined) return pinned;
    const level = this.#pins.standing(spot.name, close) ?? closingLevel(this.#seed, spot, day);
    const reference = closingLevel(this.#seed, spot, sessionBefore(spot.hours, day).day);
    return toGrid(tick, pricingOn(instrument, day, reference)(level, 0));
  }

  /** Puts the price to `paise` from the minute `at` (epoch ms) on. What follows a spot moves along with it. */
  pin(instrument: Instrument, at: number, paise: number): void {
    this.#pins.set(pinName(instrument), { minute: at, paise });
    this.#days.clear();
    this.#ends.clear();
  }
}
