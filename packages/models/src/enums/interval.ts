/** Lengths of a candle that Kite documents. */
export const intervals = [
  "minute",
  "3minute",
  "5minute",
  "10minute",
  "15minute",
  "30minute",
  "60minute",
  "day",
] as const;

/** Length of a candle; completes the documented ones, holds any. The server has taken others at times: `2minute`, `week`. */
export type Interval = (typeof intervals)[number] | (string & {});
