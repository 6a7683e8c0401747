/** What the market view and its server say to each other. Prices are rupees; times are ISO 8601. */

/** An instrument, as the search shows it. */
export interface InstrumentRow {
  /** `NSE:INFY`; names it in every other request. */
  readonly key: string;
  readonly exchange: string;
  readonly tradingsymbol: string;
  /** Company, or what a contract is on; may be empty. */
  readonly name: string;
  readonly segment: string;
  /** `EQ`, `FUT`, `CE` or `PE`. */
  readonly instrument_type: string;
  /** `yyyy-mm-dd`; null for what does not expire. */
  readonly expiry: string | null;
  /** 0 for what is no option. */
  readonly strike: number;
  readonly tick_size: number;
  readonly lot_size: number;
}

/** An instrument as the stream knows it. */
export interface WatchedRow extends InstrumentRow {
  readonly instrument_token: number;
}

/** `GET /api/watchlist?i=&i=`: those that are listed, in this order; without `i` the usual ones. */
export interface WatchlistAnswer {
  readonly instruments: readonly WatchedRow[];
}

/** `GET /api/instruments?q=`: the best first. */
export interface SearchAnswer {
  readonly query: string;
  readonly results: readonly InstrumentRow[];
  /** How many instruments were searched. */
  readonly searched: number;
}

/** `GET /api/quote?i=`. What an index does not have is null. */
export interface QuoteAnswer {
  readonly instrument: WatchedRow;
  readonly last_price: number;
  /** Since the previous close; null when there is none, as on the first day of trading. */
  readonly change: number | null;
  readonly change_percent: number | null;
  readonly ohlc: { readonly open: number; readonly high: number; readonly low: number; readonly close: number };
  readonly average_price: number | null;
  /** Shares, units of a contract, or lots. */
  readonly volume: number | null;
  readonly lower_circuit_limit: number | null;
  readonly upper_circuit_limit: number | null;
  /** Null for what has no open interest. */
  readonly oi: { readonly now: number; readonly high: number; readonly low: number } | null;
  readonly last_trade_time: string | null;
  /** Null for an index, which nobody trades. */
  readonly depth: DepthRows | null;
  readonly market: MarketRow;
  /** What options are on here: names its chain. Null when there are none. */
  readonly options_on: string | null;
  /** When the exchange sent this. */
  readonly at: string;
}

/** The five best prices of each side. */
export interface DepthRows {
  readonly bids: readonly DepthRow[];
  readonly asks: readonly DepthRow[];
  /** Null when a side is empty. */
  readonly spread: number | null;
  /** All that is wanted and offered, also beyond the five rows. */
  readonly buy_quantity: number | null;
  readonly sell_quantity: number | null;
}

export interface DepthRow {
  readonly price: number;
  readonly quantity: number;
  readonly orders: number;
}

/** What a market does now, after the calendar. */
export interface MarketRow {
  readonly segment: string;
  /** `unknown` where the calendar does not tell. */
  readonly phase: MarketPhaseName;
  /** Why it is closed, or not known: the name of a holiday for one. */
  readonly reason: string | null;
  /** False where the source of the calendar is not certain. */
  readonly confirmed: boolean;
  readonly next: { readonly at: string; readonly phase: MarketPhaseName } | null;
}

export type MarketPhaseName = "pre-open" | "continuous" | "closing-auction" | "post-close" | "closed" | "unknown";

/** `GET /api/markets` */
export interface MarketsAnswer {
  readonly markets: readonly MarketRow[];
  readonly at: string;
}

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

/** `GET /api/candles?i=&interval=` */
export interface CandlesAnswer {
  readonly key: string;
  readonly interval: ChartInterval;
  /** The oldest first. */
  readonly candles: readonly CandleRow[];
}

/** `at` is when the candle begins, in epoch seconds. */
export type CandleRow = readonly [at: number, open: number, high: number, low: number, close: number, volume: number];

/** `GET /api/option-chain?name=&expiry=` */
export interface ChainAnswer {
  readonly name: string;
  readonly exchange: string;
  readonly expiry: string;
  /** All there are, the earliest first. */
  readonly expiries: readonly string[];
  /** What the strikes are measured against; null when it has no price. */
  readonly spot: { readonly key: string; readonly last_price: number } | null;
  /** The strike at the money; null without a spot price. */
  readonly at_the_money: number | null;
  /** The lowest first. */
  readonly strikes: readonly StrikeRow[];
}

/** A strike with the keys of its two sides; null where nothing is listed. */
export interface StrikeRow {
  readonly strike: number;
  readonly call: string | null;
  readonly put: string | null;
}

/** `GET /api/quotes?i=&i=`: by key; null for what the exchange does not know. */
export interface BriefQuotesAnswer {
  readonly quotes: Readonly<Record<string, BriefQuote | null>>;
}

export interface BriefQuote {
  readonly last_price: number;
  /** Percent since the previous close; null when there is none. */
  readonly change_percent: number | null;
  readonly oi: number | null;
}
