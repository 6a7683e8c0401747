/** Milliseconds that the Indian wall clock is ahead of UTC: 5 h 30 min, all year round. */
export const istOffset = 19_800_000;

/**
 * Shows a moment on the Indian wall clock as `yyyy-mm-ddThh:mm:ss.sss`.
 *
 * @throws RangeError for an Invalid Date and for years before 1000 or after 9999.
 */
export function istClock(date: Date): string {
  const shifted = new Date(date.getTime() + istOffset);
  const year = shifted.getUTCFullYear();
  if (!(year >= 1000 && year <= 9999)) {
    throw new RangeError(`date: expected a time in the years 1000 to 9999, received ${date.getTime()} ms`);
  }
  return shifted.toISOString().slice(0, -1);
}
