import type { FullTick, IndexFullTick, LTPTick, QuoteTick } from "../decode/tick.ts";

const ohlc = { open: 0, high: 0, low: 0, close: 0 };
const untraded = { ohlc, change_absolute: null, change_percent: null };

/** A tick of INFY in mode `ltp`. */
export const ltpTick = (last_price: number, instrument_token = 408065): LTPTick => ({
  mode: "ltp",
  tradable: true,
  instrument_token,
  last_price,
});

/** A tick in mode `quote`. */
export const quoteTick = (last_price: number, volume_traded: number, instrument_token = 408065): QuoteTick => ({
  ...untraded,
  mode: "quote",
  tradable: true,
  instrument_token,
  last_price,
  last_traded_quantity: 1,
  average_traded_price: last_price,
  volume_traded,
  total_buy_quantity: 0,
  total_sell_quantity: 0,
});

/** When a tick in mode `full` was traded and sent. */
export interface FullTimes {
  readonly traded: Date | null;
  /** Default: when it was traded. */
  readonly sent?: Date | null;
}

/** A tick in mode `full`. */
export const fullTick = (
  last_price: number,
  volume: number,
  { traded, sent = traded }: FullTimes,
  oi = 0,
  instrument_token = 408065,
): FullTick => ({
  ...quoteTick(last_price, volume, instrument_token),
  mode: "full",
  last_trade_time: traded,
  exchange_timestamp: sent,
  oi,
  oi_day_high: 0,
  oi_day_low: 0,
  depth: { buy: [], sell: [] },
});

/** A tick of the NIFTY 50 in mode `full`. */
export const indexTick = (last_price: number, exchange_timestamp: Date): IndexFullTick => ({
  ...untraded,
  mode: "full",
  tradable: false,
  instrument_token: 256265,
  last_price,
  exchange_timestamp,
});
