import { price } from "@kite/models";

/** 100 % in hundredths of a percent. */
const whole = 10_000;

/**
 * Gives the share of each amount in percent, in hundredths, so that the shares add up to exactly 100. What rounding down
 * leaves over goes to the amounts that lost most by it, the first ones among equals. All 0 when the amounts add up to 0.
 */
export function allocate(amounts: readonly number[]): number[] {
  const total = price.sum(amounts);
  if (total === 0) return amounts.map(() => 0);
  const shares = amounts.map((amount) => price.multiply(amount, whole) / total);
  const hundredths = shares.map(Math.floor);
  const left = whole - hundredths.reduce((sum, share) => sum + share, 0);
  const lost = (index: number) => (shares[index] ?? 0) - (hundredths[index] ?? 0);
  const favoured = amounts.map((_, index) => index).sort((one, other) => lost(other) - lost(one));
  for (const index of favoured.slice(0, left)) hundredths[index] = (hundredths[index] ?? 0) + 1;
  return hundredths.map((share) => share / 100 + 0);
}
