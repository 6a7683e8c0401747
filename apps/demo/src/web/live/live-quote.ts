import type { DepthLevel } from "@kite/market-data";
import type { Tick } from "@kite/ticker";
import type { DepthRows, QuoteRows } from "../market/quote-rows.ts";

/**
 * Puts what the stream says over a quote: whichever the exchange has sent later counts. What the stream does not tell, such as the
 * price limits, stays that of the quote.
 */
export function liveQuote(quote: QuoteRows, tick: Tick | undefined): QuoteRows {
  if (tick?.mode !== "full" || tick.instrument_token !== quote.instrument.instrument_token) return quote;
  const sent = tick.exchange_timestamp;
  // whole seconds on both sides: the stream is asked once and tells by itself, so it counts where they are equal
  if (!sent || sent.getTime() < Math.floor(quote.at.getTime() / 1000) * 1000) return quote;
  const { last_price, ohlc, change_absolute: change, change_percent } = tick;
  const common = { ...quote, last_price, ohlc, change, change_percent, at: sent };
  if (!tick.tradable) return common;
  const { oi, oi_day_high: high, oi_day_low: low } = tick;
  return {
    ...common,
    average_price: tick.average_traded_price,
    volume: tick.volume_traded,
    oi: quote.oi && { now: oi, high, low },
    depth: depthOf(tick),
  };
}

function depthOf({
  depth,
  total_buy_quantity,
  total_sell_quantity,
}: Extract<Tick, { mode: "full"; tradable: true }>): DepthRows {
  const [bids, asks] = [rowsOf(depth.buy), rowsOf(depth.sell)];
  const [bid, ask] = [bids[0]?.price, asks[0]?.price];
  return {
    bids,
    asks,
    spread: bid === undefined || ask === undefined ? null : Math.round((ask - bid) * 10_000) / 10_000,
    buy_quantity: total_buy_quantity,
    sell_quantity: total_sell_quantity,
  };
}

/** Where nobody waits, the exchange sends zeros. */
const rowsOf = (levels: readonly DepthLevel[]): DepthLevel[] =>
  levels.filter(({ quantity, price }) => quantity > 0 && price > 0);
