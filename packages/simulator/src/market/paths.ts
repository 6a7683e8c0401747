import type { Calendar } from "./calendar.ts";
import { Levels } from "./level.ts";
import { Recent } from "./recent.ts";
import type { Spot } from "./spot.ts";
import { SpotMinute } from "./spot-minute.ts";
import { type Bar, SpotPath } from "./spot-path.ts";

/** Room for all spots on a few days. */
const MOST_PATHS = 300;
const MOST_CLOSES = 2000;

/** The ways of all spots on all days. Nothing is stored: the latest are kept, because many instruments follow each. */
export class Paths {
  readonly #seed: number;
  readonly #calendar: Calendar;
  readonly #paths = new Recent<SpotPath>(MOST_PATHS);
  readonly #levels: Levels;
  readonly #closes = new Recent<number>(MOST_CLOSES);
  /** By spot: the minute that was asked for last. Everything that follows a spot asks for the same one. */
  readonly #minutes = new Map<string, { readonly at: number; readonly minute: SpotMinute }>();

  constructor(seed: number, calendar: Calendar) {
    this.#seed = seed;
    this.#levels = new Levels(seed);
    this.#calendar = calendar;
  }

  /** Paise, with fractions, at which a spot closes on a day. */
  closing(spot: Spot, day: number): number {
    return this.#closes.get(`${spot.name} ${day}`, () => this.#levels.closing(spot, day));
  }

  /** The way of a spot on a trading day. It covers the hours of everything that follows the spot. */
  path(spot: Spot, day: number): SpotPath {
    return this.#paths.get(`${spot.name} ${day}`, () => this.#make(spot, day));
  }

  /** A minute of a spot by the second, epoch ms; `bar` is what it has become, pins and all. */
  minute(spot: Spot, at: number, bar: Bar): SpotMinute {
    const known = this.#minutes.get(spot.name);
    if (known?.at === at && isSame(known.minute.bar, bar)) return known.minute;
    const minute = new SpotMinute(this.#seed, spot.name, at, bar);
    this.#minutes.set(spot.name, { at, minute });
    return minute;
  }

  #make(spot: Spot, day: number): SpotPath {
    const hours = spot.hours === "equity" ? "option" : spot.hours;
    const { open, close } = this.#calendar.on(hours, day) ?? this.#calendar.before(hours, day);
    const length = (close - open) / 60_000;
    const dayBefore = this.#calendar.before(hours, day).day;
    const ends = { before: this.closing(spot, dayBefore), after: this.closing(spot, day) };
    const frame = { seed: this.#seed, spot, day, dayBefore, start: open, length, ...ends };
    return new SpotPath(frame, (share, on) => this.closing(share, on));
  }
}

const isSame = (one: Bar, other: Bar): boolean =>
  one.open === other.open && one.close === other.close && one.high === other.high && one.low === other.low;
