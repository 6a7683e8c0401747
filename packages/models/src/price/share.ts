import { toDecimal, toNumber } from "./decimal.ts";
import { toMultiple } from "./multiple.ts";

/**
 * Gives the part of an amount: `amount` × `part` ÷ `whole`, rounded once, halves away from zero. With a `part` of 1 it is a division:
 * `share(100, 1, 3, 2)` is 33.33.
 *
 * @param decimals - A whole number, 0 or more.
 *
 * @throws RangeError for NaN and Infinity, for a `whole` of 0, and for any other `decimals`.
 */
export function share(amount: number, part: number, whole: number, decimals: number): number {
  if (!Number.isInteger(decimals) || decimals < 0) {
    throw new RangeError(`decimals: expected a whole number from 0 up, received ${decimals}`);
  }
  const value = toDecimal(amount, "amount");
  const above = toDecimal(part, "part");
  const below = toDecimal(whole, "whole");
  if (below.digits === 0n) throw new RangeError("whole: expected a number other than 0, received 0");
  const sign = below.digits < 0n ? -1n : 1n;
  const scale = (exponent: number): bigint => 10n ** BigInt(exponent);
  // The fraction top / bottom is the result in units of the last decimal wanted.
  const top = sign * value.digits * above.digits * scale(below.decimals + decimals);
  const bottom = sign * below.digits * scale(value.decimals + above.decimals);
  return toNumber({ digits: toMultiple(top, bottom, "nearest") / bottom, decimals });
}
