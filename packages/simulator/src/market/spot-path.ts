import { createRandom } from "../random.ts";
import { closingLevel } from "./level.ts";
import { type Session, sessionBefore } from "./session.ts";
import type { Spot } from "./spot.ts";

/** Prices of one minute, in paise. */
export interface Bar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** How far the price strays within a day from the straight line between its two ends. */
const WANDER = 0.012;
/** Largest step from yesterday's close to today's open. */
const GAP = 0.003;

/** The walk of a spot through one session, from near the close of the day before to the close of the day. */
export class SpotPath {
  readonly length: number;
  /** Levels between the minutes, one more than there are minutes. Arrays of numbers: paths are made by the thousand. */
  readonly #levels: Float64Array;
  readonly #wicks: Float64Array;

  constructor(seed: number, spot: Spot, session: Session) {
    const { name, hours, volatility } = spot;
    const random = createRandom(seed, `path of ${name} ${session.day}`);
    const length = (session.close - session.open) / 60_000;
    const end = closingLevel(seed, spot, session.day);
    const before = closingLevel(seed, spot, sessionBefore(hours, session.day).day);
    const start = before * (1 + GAP * volatility * (2 * random.fraction() - 1));
    const step = (end * WANDER * volatility) / Math.sqrt(length);
    this.length = length;
    this.#levels = bridge(start, end, length, () => step * (2 * random.fraction() - 1));
    this.#wicks = Float64Array.from({ length: 2 * length }, () => step * random.fraction() * 0.6);
  }

  /** Prices of a minute, with fractions of a paisa. */
  bar(minute: number): Bar {
    const open = this.#levels[minute] ?? 0;
    const close = this.#levels[minute + 1] ?? 0;
    const high = Math.max(open, close) + (this.#wicks[2 * minute] ?? 0);
    const low = Math.min(open, close) - (this.#wicks[2 * minute + 1] ?? 0);
    return { open, high, low, close };
  }
}

/** A random walk that is bent to arrive: every step takes its part of what it would miss its end by. */
function bridge(start: number, end: number, steps: number, step: () => number): Float64Array {
  const levels = new Float64Array(steps + 1);
  for (let index = 1; index <= steps; index += 1) levels[index] = (levels[index - 1] ?? 0) + step();
  const miss = end - start - (levels[steps] ?? 0);
  return levels.map((level, index) => start + level + (miss * index) / steps);
}
