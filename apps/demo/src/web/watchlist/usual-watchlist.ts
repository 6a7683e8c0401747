import type { Instruments } from "@kite/market-data";

/** What a new visitor watches: an index, three shares, and the index's future that expires next. */
export function usualWatchlist(instruments: Instruments): string[] {
  const futures = [...instruments.byName("NIFTY")].filter(({ instrument_type }) => instrument_type === "FUT");
  const [next] = futures.sort((a, b) => (a.expiry ?? "").localeCompare(b.expiry ?? ""));
  const keys = ["NSE:NIFTY 50", "NSE:INFY", "NSE:RELIANCE", "NSE:SBIN"];
  return next ? [...keys, `${next.exchange}:${next.tradingsymbol}`] : keys;
}
