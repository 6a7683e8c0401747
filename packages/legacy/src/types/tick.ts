type BaseTick = {
  /** False for an index. */
  tradable: boolean;
  mode: string;
  instrument_token: number;
  /** Rupees. */
  last_price: number;
};

type Prices = { high: number; low: number; open: number; close: number };

type BookRow = { quantity: number; price: number; orders: number };

export type LTPTick = BaseTick & { mode: string };

/** A tick of an index. */
export type QuoteTick = BaseTick & {
  mode: string;
  ohlc: Prices;
  /** Percent since `ohlc.close`. */
  change: number;
  /** In mode `full` alone. */
  exchange_timestamp?: Date | null;
};

/** A tick of whatever is traded; times, open interest and book are in mode `full` alone. */
export type FullTick = BaseTick & {
  mode: string;
  last_traded_quantity: number;
  average_traded_price: number;
  volume_traded: number;
  total_buy_quantity: number;
  total_sell_quantity: number;
  ohlc: Prices;
  /** Percent since `ohlc.close`. */
  change: number;
  exchange_timestamp?: Date | null;
  last_trade_time?: Date | null;
  oi?: number;
  oi_day_high?: number;
  oi_day_low?: number;
  depth?: { buy: BookRow[]; sell: BookRow[] };
};

export type Tick = LTPTick | QuoteTick | FullTick;
