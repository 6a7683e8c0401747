import type { Tick } from "../decode/tick.ts";

/** What a tick says about trading, whatever its mode. Times are milliseconds. */
export interface Traded {
  readonly mode: Tick["mode"];
  readonly price: number;
  /** When the trade took place, as far as the tick tells: mode `full` of what is traded does. */
  readonly at: number;
  /** When the exchange sent the tick; its arrival, where it does not tell. */
  readonly sent: number;
  /** Volume of the day; undefined in mode `ltp` and for an index. */
  readonly volume: number | undefined;
  readonly oi: number | undefined;
}

/** Reads a tick that arrived at `arrival`, milliseconds. */
export function traded(tick: Tick, arrival: number): Traded {
  const sent = (tick.mode === "full" && tick.exchange_timestamp?.getTime()) || arrival;
  const isFull = tick.mode === "full" && tick.tradable;
  return {
    mode: tick.mode,
    price: tick.last_price,
    at: (isFull && tick.last_trade_time?.getTime()) || sent,
    sent,
    volume: tick.mode !== "ltp" && tick.tradable ? tick.volume_traded : undefined,
    oi: isFull ? tick.oi : undefined,
  };
}
