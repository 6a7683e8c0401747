/** No tick has more than four decimals, so the fast path counts in ten-thousandths. */
export const unitsPerOne = 10_000;

/**
 * Gives the value in whole ten-thousandths, or NaN when it has none or is no finite number.
 *
 * Exact: two decimals of at most 15 digits never share a double. When dividing such a count of units gives the value
 * back, the count is what the value's decimal text says.
 */
export function toUnits(value: number): number {
  const units = Math.round(value * unitsPerOne);
  return Math.abs(units) < 1e15 && units / unitsPerOne === value ? units : Number.NaN;
}

/** Gives back the number for whole units; adding 0 turns -0 into 0. */
export const fromUnits = (units: number): number => units / unitsPerOne + 0;
