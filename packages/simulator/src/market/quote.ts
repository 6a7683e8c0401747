import type { Depth } from "./depth.ts";
import type { Instrument } from "./instrument.ts";

/** Rupees. `close` is that of the session before; open, high and low are 0 before the first trade. */
export interface Ohlc {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** What is known about an instrument at one moment. Prices are rupees, times epoch ms. */
export interface Quote {
  readonly instrument: Instrument;
  /** Time of the packet: now, or the end of the session when it is over. */
  readonly timestamp: number;
  readonly last_price: number;
  readonly ohlc: Ohlc;
  /** Undefined when nothing has traded in this session. */
  readonly last_trade_time: number | undefined;
  readonly last_quantity: number;
  /** Average over all trades of the session. */
  readonly average_price: number;
  readonly volume: number;
  /** Of all open orders, those beyond the five levels included. */
  readonly buy_quantity: number;
  readonly sell_quantity: number;
  readonly oi: number;
  readonly oi_day_high: number;
  readonly oi_day_low: number;
  readonly lower_circuit_limit: number;
  readonly upper_circuit_limit: number;
  readonly depth: Depth;
}

/** Rupees per unit. */
export interface Price {
  readonly last_price: number;
  /** Previous session's close; 0 on the first day of trading. */
  readonly close_price: number;
}
