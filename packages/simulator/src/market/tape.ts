import { pricingOn } from "./contract-price.ts";
import { DaySoFar } from "./day-so-far.ts";
import { type Instrument, keyOf, toGrid } from "./instrument.ts";
import { closingLevel } from "./level.ts";
import { Pins, pinName } from "./pins.ts";
import { Recent } from "./recent.ts";
import { type Session, sessionBefore } from "./session.ts";
import { SpotPath } from "./spot-path.ts";
import { type Minute, Trades } from "./trades.ts";

/**
 * Every trade there ever was, by the minute. Nothing is stored: a day follows from seed, instrument and date, and is
 * worked out again when it is asked for again.
 */
export class Tape {
  readonly #seed: number;
  readonly #pins = new Pins();
  readonly #paths = new Recent<SpotPath>(100);
  /** Room for everything that is listed. */
  readonly #days = new Recent<DaySoFar>(5000);
  readonly #ends = new Recent<Minute | undefined>(10_000);

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** All trades of a session, also those that are yet to come. */
  minutes(instrument: Instrument, session: Session): readonly Minute[] {
    return this.#trades(instrument, session).rest();
  }

  /** A session summed up to a moment, epoch ms. */
  dayUpTo(now: number, instrument: Instrument, session: Session): DaySoFar {
    const day = this.#days.get(this.#nameOf(instrument, session), () => {
      return new DaySoFar(() => this.#trades(instrument, session));
    });
    return day.goTo(now);
  }

  /** The last minute of a session with trades; undefined when there were none. */
  lastMinute(instrument: Instrument, session: Session): Minute | undefined {
    return this.#ends.get(this.#nameOf(instrument, session), () => this.#trades(instrument, session).last());
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
  }

  #trades(instrument: Instrument, session: Session): Trades {
    const path = this.#paths.get(`${instrument.spot.name} ${session.day}`, () => {
      return new SpotPath(this.#seed, instrument.spot, session);
    });
    return new Trades(this.#seed, instrument, session, path, this.#pins);
  }

  /** What results are kept under: a price that is set by hand makes those that depend on it new ones. */
  #nameOf(instrument: Instrument, { day }: Session): string {
    return `${keyOf(instrument)} ${day} ${this.#pins.version(instrument)}`;
  }
}
