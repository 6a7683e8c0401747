import { createRandom } from "../random.ts";
import type { Spot } from "./spot.ts";

/** Waves of different length laid over one another: days from crest to crest, and how far they lift the price. */
const WAVES = [
  { days: 400, reach: 0.08 },
  { days: 90, reach: 0.05 },
  { days: 15, reach: 0.025 },
  { days: 1, reach: 0.01 },
] as const;

/** Numbers that are kept of each curve. */
const MOST_KEPT = 4000;

/**
 * Where spots close. Follows from seed, name and day alone, so that any day of any year can be asked for without the days
 * before it. An index is where its shares are on average.
 */
export class Levels {
  readonly #seed: number;
  /** By name. Only to be quick: many spots share a movement, and its long waves hardly differ from day to day. */
  readonly #movements = new Map<string, Movement>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Paise, with fractions, at which a spot closes on a day. */
  closing(spot: Spot, day: number): number {
    return spot.typicalPrice * (1 + this.#move(spot, day));
  }

  /** How far a spot is from its typical price, as a part of it. */
  #move({ name, volatility, factors = [], basket }: Spot, day: number): number {
    if (basket) return basket.reduce((sum, share) => sum + this.#move(share, day), 0) / basket.length;
    let [lift, own] = [0, 1];
    for (const { name: factor, part } of factors) {
      lift += part * this.#lift(factor, day);
      own -= Math.abs(part);
    }
    return volatility * (lift + own * this.#lift(name, day));
  }

  #lift(name: string, day: number): number {
    let movement = this.#movements.get(name);
    if (!movement) {
      movement = { lifts: new Map(), heights: WAVES.map(() => new Map()) };
      this.#movements.set(name, movement);
    }
    const { heights, lifts } = movement;
    return kept(lifts, day, () => {
      return WAVES.reduce((sum, { days, reach }, index) => {
        return sum + reach * this.#wave(heights[index] as Map<number, number>, name, days, day / days);
      }, 0);
    });
  }

  /** A smooth curve from -1 to 1 through one random height per whole number. */
  #wave(heights: Map<number, number>, name: string, days: number, position: number): number {
    const before = Math.floor(position);
    const way = position - before;
    const smooth = way * way * (3 - 2 * way);
    const left = this.#height(heights, name, days, before);
    return smooth === 0 ? left : left + (this.#height(heights, name, days, before + 1) - left) * smooth;
  }

  #height(heights: Map<number, number>, name: string, days: number, knot: number): number {
    return kept(heights, knot, () => 2 * createRandom(this.#seed, `level of ${name} ${days} ${knot}`).fraction() - 1);
  }
}

/** What is known of one movement: how far it lifts on a day, and for each of its waves the heights between which it runs. */
interface Movement {
  readonly lifts: Map<number, number>;
  readonly heights: readonly Map<number, number>[];
}

function kept(numbers: Map<number, number>, place: number, work: () => number): number {
  const known = numbers.get(place);
  if (known !== undefined) return known;
  const fresh = work();
  if (numbers.size >= MOST_KEPT) numbers.clear();
  numbers.set(place, fresh);
  return fresh;
}

/** Paise, with fractions, at which a spot closes on a day. */
export function closingLevel(seed: number, spot: Spot, day: number): number {
  return new Levels(seed).closing(spot, day);
}
