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
