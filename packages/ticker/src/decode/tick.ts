import type { Depth, OHLC } from "@kite/models";

interface AnyTick {
  readonly instrument_token: number;
  /** Rupees; points of an index. */
  readonly last_price: number;
}

interface SessionPrices {
  /** Rupees; points of an index. `close` is that of the trading day before. */
  readonly ohlc: OHLC;
  /** `last_price` - `ohlc.close`, exact to the exchange's decimals. Null while the close is 0. */
  readonly change_absolute: number | null;
  /** The same in percent of the close. Null while the close is 0. */
  readonly change_percent: number | null;
}

/** A tick in mode `ltp`, of an index too. */
export interface LTPTick extends AnyTick {
  readonly mode: "ltp";
  /** False for an index. */
  readonly tradable: boolean;
}

/** A tick of an index in mode `quote`. */
export interface IndexQuoteTick extends AnyTick, SessionPrices {
  readonly mode: "quote";
  readonly tradable: false;
}

/** A tick of an index in mode `full`. */
export interface IndexFullTick extends AnyTick, SessionPrices {
  readonly mode: "full";
  readonly tradable: false;
  /** When the exchange sent this, to the second. */
  readonly exchange_timestamp: Date | null;
}

interface Trading extends AnyTick, SessionPrices {
  readonly tradable: true;
  /** Shares, units of a contract, or lots on MCX and the currency exchanges; so are all quantities. */
  readonly last_traded_quantity: number;
  /** Average price of today's trades, rupees. */
  readonly average_traded_price: number;
  /** Traded today. The wire holds 32 bits, unsigned. */
  readonly volume_traded: number;
  /** All that is wanted, also beyond the five rows of the book. */
  readonly total_buy_quantity: number;
  /** All that is offered, also beyond the five rows of the book. */
  readonly total_sell_quantity: number;
}

/** A tick in mode `quote`. */
export interface QuoteTick extends Trading {
  readonly mode: "quote";
}

/** A tick in mode `full`. */
export interface FullTick extends Trading {
  readonly mode: "full";
  /** To the second. Null when there was no trade yet. */
  readonly last_trade_time: Date | null;
  /** When the exchange sent this, to the second. */
  readonly exchange_timestamp: Date | null;
  /** Contracts open; 0 for shares. */
  readonly oi: number;
  readonly oi_day_high: number;
  readonly oi_day_low: number;
  /** The five best prices of each side, the best first. A row that is missing is all zeros. */
  readonly depth: Depth;
}

/**
 * What the exchange says about an instrument at a moment. `mode` and `tradable` tell which fields there are:
 * `if (tick.mode === "full" && tick.tradable) tick.depth`. Times are those of the exchange; only mode `full` has them.
 *
 * @see https://kite.trade/docs/connect/v3/websocket/
 */
export type Tick = LTPTick | QuoteTick | FullTick | IndexQuoteTick | IndexFullTick;
