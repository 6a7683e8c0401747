import type { HistoricalData } from "../types/market.ts";

/** Makes objects of the candles' arrays. Open interest is there where the server sends it, 0 included. */
export function candleRows(data: unknown): HistoricalData[] {
  const { candles } = data as { candles: [string, number, number, number, number, number, number?][] };
  return candles.map(([date, open, high, low, close, volume, oi]) => ({
    // Not every engine reads an offset without a colon.
    date: new Date(date.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")),
    open,
    high,
    low,
    close,
    volume,
    ...(oi !== undefined && oi !== null && { oi }),
  }));
}
