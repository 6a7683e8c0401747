/** Raw price units in a rupee, by segment code, where the default does not fit. */
export type Divisors = Readonly<Record<number, number>>;

const NSE_CURRENCY = 3;
const BSE_CURRENCY = 6;
const INDICES = 9;

export const isTradable = (token: number): boolean => (token & 0xff) !== INDICES;

/** A raw price divided by this is the double nearest to the exchange's decimal, so it equals the literal. */
export function divisorOf(token: number, overrides: Divisors | undefined): number {
  const segment = token & 0xff;
  const override = overrides?.[segment];
  if (override !== undefined) return override;
  if (segment === NSE_CURRENCY) return 10_000_000;
  return segment === BSE_CURRENCY ? 10_000 : 100;
}

/** The first segment whose divisor is not a finite number above 0: its prices would be infinite, or have the wrong sign. */
export function wrongSegment(divisors: Divisors | undefined): string | undefined {
  for (const segment in divisors) {
    const divisor: unknown = divisors[segment as unknown as number];
    if (typeof divisor !== "number" || !(divisor > 0 && divisor < Number.POSITIVE_INFINITY)) return segment;
  }
  return undefined;
}

/** Gives the divisors back. Throws a `TypeError` when one of them cannot be meant. */
export function checkedDivisors(divisors: Divisors | undefined): Divisors | undefined {
  // Most have none, and this is asked for each frame.
  if (divisors === undefined) return undefined;
  const segment = wrongSegment(divisors);
  if (segment === undefined) return divisors;
  const divisor = String(divisors[segment as unknown as number]);
  throw new TypeError(`divisors[${segment}]: must be a number above 0, got ${divisor}`);
}
