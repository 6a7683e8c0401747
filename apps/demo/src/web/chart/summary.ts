import type { CandleRow } from "./candle-rows.ts";
import { candleTime } from "./chart-time.ts";
import type { ChartInterval } from "./intervals.ts";
import { intervalNames } from "./intervals.ts";

/** Says in a sentence or two what the candles show, for those who do not see them. */
export function summaryOf(
  symbol: string,
  interval: ChartInterval,
  candles: readonly CandleRow[],
  priceText: (price: number) => string,
): string {
  const [first, last] = [candles[0], candles.at(-1)];
  if (!first || !last) return `No candles of ${symbol}.`;
  const highest = candles.reduce((best, candle) => (candle[2] > best[2] ? candle : best));
  const lowest = candles.reduce((best, candle) => (candle[3] < best[3] ? candle : best));
  const change = last[4] - first[1];
  const way = change > 0 ? "a rise" : change < 0 ? "a fall" : "no change";
  return [
    `${candles.length} candles of ${symbol}, ${intervalNames[interval].long} each, from ${candleTime(first[0], interval)} to ${candleTime(last[0], interval)}.`,
    `From ${priceText(first[1])} to ${priceText(last[4])}, ${way} of ${priceText(Math.abs(change))}.`,
    `Highest ${priceText(highest[2])} (${candleTime(highest[0], interval)}), lowest ${priceText(lowest[3])} (${candleTime(lowest[0], interval)}).`,
  ].join(" ");
}
