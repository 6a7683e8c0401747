/** A fraction of whole numbers: slow, simple, and never rounded. The denominator is above 0. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Reads a number as it prints. */
export function fraction(value: number): Fraction {
  const [mantissa = "", exponent = "0"] = value.toString().split("e");
  const [whole = "", decimals = ""] = mantissa.split(".");
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift < 0
    ? { top: digits, bottom: 10n ** BigInt(-shift) }
    : { top: digits * 10n ** BigInt(shift), bottom: 1n };
}

export const plus = (one: Fraction, other: Fraction): Fraction => ({
  top: one.top * other.bottom + other.top * one.bottom,
  bottom: one.bottom * other.bottom,
});

export const times = (one: Fraction, other: Fraction): Fraction => ({
  top: one.top * other.top,
  bottom: one.bottom * other.bottom,
});

export const negative = ({ top, bottom }: Fraction): Fraction => ({ top: -top, bottom });

/** Divides; `other` is above 0. */
export const over = (one: Fraction, other: Fraction): Fraction => times(one, { top: other.bottom, bottom: other.top });

/** Writes a fraction with that many decimals, halves away from zero: the form to compare in. */
export function written({ top, bottom }: Fraction, decimals: number): string {
  const size = (top < 0n ? -top : top) * 10n ** BigInt(decimals);
  const rounded = (2n * size + bottom) / (2n * bottom);
  const digits = rounded.toString().padStart(decimals + 1, "0");
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return top < 0n && rounded !== 0n ? `-${text}` : text;
}
