/** The change since the close, of raw prices: whole numbers, so the result is rounded once. Null while there is no close. */
export const absoluteChange = (last: number, close: number, divisor: number): number | null =>
  close === 0 ? null : (last - close) / divisor;

/** The same in percent of the close. A close below zero must not make a -0 of no change. */
export const percentChange = (last: number, close: number): number | null =>
  close === 0 ? null : ((last - close) * 100) / close || 0;
