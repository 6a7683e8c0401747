import { toDecimal, toNumber } from "./decimal.ts";
import { toMultiple } from "./multiple.ts";

/**
 * Rounds to a number of decimals, halves away from zero: `round(1.005, 2)` is 1.01 and `round(-2.5, 0)` is -3.
 *
 * @param decimals - A whole number, 0 or more.
 *
 * @throws RangeError for NaN and Infinity, and for any other `decimals`.
 */
export function round(value: number, decimals: number): number {
  if (!Number.isInteger(decimals) || decimals < 0) {
    throw new RangeError(`decimals: expected a whole number from 0 up, received ${decimals}`);
  }
  const exact = toDecimal(value, "value");
  if (exact.decimals <= decimals) return toNumber(exact);
  const step = 10n ** BigInt(exact.decimals - decimals);
  return toNumber({ digits: toMultiple(exact.digits, step, "nearest"), decimals: exact.decimals });
}
