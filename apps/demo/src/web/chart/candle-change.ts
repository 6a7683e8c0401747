import type { CandleRow } from "./candle-rows.ts";

/**
 * By how many percent a candle closed above the close of the one before, as the change of a day is reckoned; the first one, above its own
 * opening. 0 where there is no price to compare with.
 */
export function percentChange([, open, , , close]: CandleRow, before: CandleRow | undefined): number {
  const from = before?.[4] ?? open;
  return from === 0 ? 0 : ((close - from) * 100) / from;
}
