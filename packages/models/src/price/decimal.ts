import { fromUnits, toUnits } from "./units.ts";

/** The decimal that a number's shortest text shows: `digits` × 10 to the power of -`decimals`. */
export interface Decimal {
  readonly digits: bigint;
  /** Zero or more. */
  readonly decimals: number;
}

/** Reads a number exactly as it prints. `name` is the argument to blame in the RangeError for anything not finite. */
export function toDecimal(value: number, name: string): Decimal {
  const units = toUnits(value);
  if (!Number.isNaN(units)) return { digits: BigInt(units), decimals: 4 };
  if (!Number.isFinite(value)) throw new RangeError(`${name}: expected a finite number, received ${value}`);
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = BigInt(whole + fraction);
  const decimals = fraction.length - Number(exponent);
  return decimals < 0 ? { digits: digits * powerOfTen(-decimals), decimals: 0 } : { digits, decimals };
}

/** Gives the number nearest to a decimal. Throws a RangeError when there is none. */
export function toNumber({ digits, decimals }: Decimal): number {
  const units = Number(digits);
  if (decimals === 4 && Number.isSafeInteger(units)) return fromUnits(units);
  const value = Number(`${digits}e-${decimals}`);
  if (!Number.isFinite(value)) throw new RangeError("result: too large for a number");
  // What is too small for a number becomes 0, and must not keep its sign.
  return value + 0;
}

/** Writes two decimals with the same number of decimals. */
export function align(left: Decimal, right: Decimal): { left: bigint; right: bigint; decimals: number } {
  const decimals = Math.max(left.decimals, right.decimals);
  return {
    left: left.digits * powerOfTen(decimals - left.decimals),
    right: right.digits * powerOfTen(decimals - right.decimals),
    decimals,
  };
}

const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent);
