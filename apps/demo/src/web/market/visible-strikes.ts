import type { StrikeRow } from "./chain-rows.ts";

/** Strikes on each side of the one at the money. */
const NEAR = 6;

/** The same where all are wanted: a longer address than both sides of these make is one that servers refuse. */
export const ALL = 120;

/** Keeps the strikes around the money; around the middle where it is not known. */
export function aroundTheMoney(
  strikes: readonly StrikeRow[],
  at_the_money: number | null,
  eachSide: number = NEAR,
): readonly StrikeRow[] {
  const found = strikes.findIndex(({ strike }) => strike === at_the_money);
  const middle = found === -1 ? Math.floor(strikes.length / 2) : found;
  const all = 2 * eachSide + 1;
  const start = Math.max(0, Math.min(middle - eachSide, strikes.length - all));
  return strikes.slice(start, start + all);
}
