import { createRandom } from "../random.ts";
import type { Spot } from "./spot.ts";

/** Waves of different length laid over one another: days from crest to crest, and how far they lift the price. */
const WAVES = [
  { days: 400, reach: 0.08 },
  { days: 90, reach: 0.05 },
  { days: 15, reach: 0.025 },
  { days: 1, reach: 0.01 },
] as const;

/**
 * Paise, with fractions, at which a spot closes on a day. Follows from seed, name and day alone, so that any day of any
 * year can be asked for without the days before it.
 */
export function closingLevel(seed: number, { name, typicalPrice, volatility }: Spot, day: number): number {
  const lift = WAVES.reduce((sum, { days, reach }) => sum + reach * wave(seed, `${name} ${days}`, day / days), 0);
  return typicalPrice * (1 + volatility * lift);
}

/** A smooth curve from -1 to 1 through one random height per whole number. */
function wave(seed: number, name: string, position: number): number {
  const before = Math.floor(position);
  const way = position - before;
  const smooth = way * way * (3 - 2 * way);
  const height = (knot: number): number => 2 * createRandom(seed, `level of ${name} ${knot}`).fraction() - 1;
  const left = height(before);
  return smooth === 0 ? left : left + (height(before + 1) - left) * smooth;
}
