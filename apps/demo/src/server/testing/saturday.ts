const DAY_MS = 86_400_000;

/** Noon in India on the latest Saturday, epoch milliseconds: the simulated market is closed then, and its figures stand still. */
export function latestSaturday(now: number = Date.now()): number {
  // the epoch began on a Thursday
  const days = Math.floor((Math.floor(now / DAY_MS) - 2) / 7) * 7 + 2;
  return days * DAY_MS + 6.5 * 3_600_000;
}
