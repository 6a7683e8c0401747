import type { CandleRow } from "../chart/candle-rows.ts";

/** Continues candles by newer ones, the oldest first: the first of those may be the last one as it is now. Older ones change nothing. */
export function continued(candles: readonly CandleRow[], latest: readonly CandleRow[]): readonly CandleRow[] {
  const end = candles.at(-1)?.[0] ?? 0;
  const newer = latest.filter(([at]) => at >= end);
  if (newer.length === 0) return candles;
  return [...(newer[0]?.[0] === end ? candles.slice(0, -1) : candles), ...newer];
}
