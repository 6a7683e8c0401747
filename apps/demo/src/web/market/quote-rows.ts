import { type DepthLevel, type OHLC, type Quote, summarizeDepth } from "@kite/market-data";
import type { InstrumentRow } from "./instrument-row.ts";
import type { MarketRow } from "./market-row.ts";

/** All there is about an instrument in one moment. What an index does not have is null. */
export interface QuoteRows {
  readonly instrument: InstrumentRow;
  readonly last_price: number;
  /** Since the previous close; null when there is none, as on the first day of trading. */
  readonly change: number | null;
  readonly change_percent: number | null;
  readonly ohlc: OHLC;
  readonly average_price: number | null;
  /** Shares, units of a contract, or lots. */
  readonly volume: number | null;
  readonly lower_circuit_limit: number | null;
  readonly upper_circuit_limit: number | null;
  /** Null for what has no open interest. */
  readonly oi: { readonly now: number; readonly high: number; readonly low: number } | null;
  /** Null for an index, which nobody trades. */
  readonly depth: DepthRows | null;
  readonly market: MarketRow;
  /** What options are on here: names its chain. Null when there are none. */
  readonly options_on: string | null;
  /** When the exchange sent this. */
  readonly at: Date;
}

/** The five best prices of each side. */
export interface DepthRows {
  readonly bids: readonly DepthLevel[];
  readonly asks: readonly DepthLevel[];
  /** Null when a side is empty. */
  readonly spread: number | null;
  /** All that is wanted and offered, also beyond the five rows. */
  readonly buy_quantity: number | null;
  readonly sell_quantity: number | null;
}

/** Puts a quote into the page's words, with what follows from it. */
export function quoteRows(
  instrument: InstrumentRow,
  quote: Quote,
  market: MarketRow,
  options_on: string | null,
): QuoteRows {
  const { last_price, ohlc, average_price, volume, oi, timestamp } = quote;
  const isContract = instrument.expiry !== null;
  return {
    instrument,
    last_price,
    ...changeOf(quote),
    ohlc,
    average_price: average_price ?? null,
    volume: volume ?? null,
    lower_circuit_limit: quote.lower_circuit_limit ?? null,
    upper_circuit_limit: quote.upper_circuit_limit ?? null,
    // shares come with 0, which would read as a contract that nobody holds
    oi: isContract && oi !== undefined ? { now: oi, high: quote.oi_day_high ?? oi, low: quote.oi_day_low ?? oi } : null,
    depth: depthRows(quote),
    market,
    options_on,
    at: timestamp,
  };
}

/** The book, out of the quote it belongs to: `getMarketDepth` would ask for the same quote a second time, and there is one a second. */
function depthRows({ depth, buy_quantity, sell_quantity }: Quote): DepthRows | null {
  if (!depth) return null;
  const { bids, asks, spread } = summarizeDepth(depth);
  return { bids, asks, spread, buy_quantity: buy_quantity ?? null, sell_quantity: sell_quantity ?? null };
}

/** The exchange sends 0 as the change, so it is computed. */
export function changeOf({
  last_price,
  ohlc: { close },
}: Pick<Quote, "last_price" | "ohlc">): Pick<QuoteRows, "change" | "change_percent"> {
  if (close === 0) return { change: null, change_percent: null };
  const change = Math.round((last_price - close) * 10_000) / 10_000;
  return { change, change_percent: (change * 100) / close };
}
