/** Widths of a candle, as the exchange calls them. */
export const chartIntervals = [
  "minute",
  "3minute",
  "5minute",
  "10minute",
  "15minute",
  "30minute",
  "60minute",
  "day",
] as const;
export type ChartInterval = (typeof chartIntervals)[number];

/** Names of the widths, short for the switch and in words for what is read out. */
export const intervalNames: Readonly<Record<ChartInterval, { readonly short: string; readonly long: string }>> = {
  minute: { short: "1m", long: "1 minute" },
  "3minute": { short: "3m", long: "3 minutes" },
  "5minute": { short: "5m", long: "5 minutes" },
  "10minute": { short: "10m", long: "10 minutes" },
  "15minute": { short: "15m", long: "15 minutes" },
  "30minute": { short: "30m", long: "30 minutes" },
  "60minute": { short: "1h", long: "1 hour" },
  day: { short: "1D", long: "1 day" },
};
