import type { Candle } from "@kite/market-data";
import type { ChartInterval } from "./intervals.ts";

/** The candles of an instrument, of one width. */
export interface CandleRows {
  /** `NSE:INFY` */
  readonly key: string;
  readonly interval: ChartInterval;
  /** The oldest first. */
  readonly candles: readonly CandleRow[];
}

/** `at` is when the candle begins, in epoch seconds. */
export type CandleRow = readonly [at: number, open: number, high: number, low: number, close: number, volume: number];

/** Puts a candle into the page's words. */
export const candleRow = ({ date, open, high, low, close, volume }: Candle): CandleRow => [
  date.getTime() / 1000,
  open,
  high,
  low,
  close,
  volume,
];
