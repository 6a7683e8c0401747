import { align, toDecimal, toNumber } from "./decimal.ts";
import { type RoundingDirection, toMultiple } from "./multiple.ts";

/**
 * Moves a price to a multiple of the tick: `roundToTick(100.03, 0.05)` is 100.05.
 *
 * Take the tick from the instrument; it depends on exchange and price band and changes. Rounding a buy limit `down` and a
 * sell limit `up` keeps the caller's limit. Prices may be negative.
 *
 * @param direction - `up` is towards plus infinity, `down` towards minus infinity; `nearest`, the default, takes halves
 * away from zero.
 *
 * @throws RangeError for NaN and Infinity, and for a tick of 0 or less.
 */
export function roundToTick(price: number, tick: number, direction: RoundingDirection = "nearest"): number {
  const { left, right, decimals } = inSteps(price, tick);
  return toNumber({ digits: toMultiple(left, right, direction), decimals });
}

/**
 * Tells whether a price is a multiple of the tick, where `price % tick` is wrong: `100.05 % 0.05` is not 0.
 *
 * The price counts as it prints, so `0.1 + 0.2` is not on a tick of 0.05; add with `price.add` instead.
 *
 * @throws RangeError for NaN and Infinity, and for a tick of 0 or less.
 */
export function isOnTick(price: number, tick: number): boolean {
  const { left, right } = inSteps(price, tick);
  return left % right === 0n;
}

function inSteps(price: number, tick: number): ReturnType<typeof align> {
  const step = toDecimal(tick, "tick");
  if (step.digits <= 0n) throw new RangeError(`tick: expected a number above 0, received ${tick}`);
  return align(toDecimal(price, "price"), step);
}
