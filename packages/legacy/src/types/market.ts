import type { Exchanges } from "../interfaces/index.ts";

/** A row of the instruments list. Tokens are texts here and numbers everywhere else. */
export type Instrument = {
  instrument_token: string;
  exchange_token: string;
  tradingsymbol: string;
  name: string;
  /** Rupees; 0 for shares. */
  last_price: number;
  /** Midnight UTC of the day. An empty text where nothing expires, whatever the type says. */
  expiry: Date;
  /** `NaN` where the list has none. */
  strike: number;
  /** Rupees. */
  tick_size: number;
  lot_size: number;
  instrument_type: "EQ" | "FUT" | "CE" | "PE";
  segment: string;
  exchange: Exchanges;
};

/** A candle. Prices are rupees per unit. */
export type HistoricalData = {
  /** When it began. */
  date: Date;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
  /** Where open interest was asked for; 0 is told too. */
  oi?: number;
};

/** The book's rows of one side. */
type DepthRow = { price: number; orders: number; quantity: number };

/** Last price of an instrument, rupees. */
export type LTPData = { instrument_token: number; last_price: number };

/** Last price and the session's prices; `ohlc.close` is the close of the day before. */
export type OHLCData = LTPData & {
  ohlc: { open: number; high: number; low: number; close: number };
};

/** All there is about an instrument. Fields that come from trading may be missing for an index. */
export type QuoteData = OHLCData & {
  /** A `Date`, whatever the type says. */
  timestamp: string;
  /** A `Date`, whatever the type says. */
  last_trade_time: null | string;
  volume: number;
  average_price: number;
  buy_quantity: number;
  sell_quantity: number;
  /** Kite documents this name and sends `oi`. */
  open_interest?: number;
  last_quantity: number;
  /** 0 in Kite's own samples: compute it from `last_price` and `ohlc.close`. */
  net_change: number;
  lower_circuit_limit: number;
  upper_circuit_limit: number;
  oi: number;
  oi_day_high: number;
  oi_day_low: number;
  depth: { buy: DepthRow[]; sell: DepthRow[] };
};

/** Length of a candle. */
export type CandleInterval =
  | "minute"
  | "day"
  | "3minute"
  | "5minute"
  | "10minute"
  | "15minute"
  | "30minute"
  | "60minute";
