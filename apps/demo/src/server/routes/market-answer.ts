import {
  type Candle,
  type Instrument,
  type MarketStatus,
  type OptionChain,
  type Quote,
  summarizeDepth,
} from "@kite/market-data";
import type {
  BriefQuote,
  CandleRow,
  ChainAnswer,
  DepthRows,
  InstrumentRow,
  MarketRow,
  QuoteAnswer,
  WatchedRow,
} from "../../shared/market-api.ts";

/** Puts an instrument into the page's words. */
export function instrumentRow(instrument: Instrument): InstrumentRow {
  const { exchange, tradingsymbol, name, segment, instrument_type, expiry, strike, tick_size, lot_size } = instrument;
  const key = keyOf(instrument) ?? "";
  return { key, exchange, tradingsymbol, name, segment, instrument_type, expiry, strike, tick_size, lot_size };
}

export const watchedRow = (instrument: Instrument): WatchedRow => ({
  ...instrumentRow(instrument),
  instrument_token: instrument.instrument_token,
});

/** Puts a quote into the page's words, with what follows from it. */
export function quoteAnswer(
  instrument: Instrument,
  quote: Quote,
  market: MarketRow,
  options_on: string | null,
): QuoteAnswer {
  const { last_price, ohlc, average_price, volume, oi, timestamp, last_trade_time } = quote;
  const isContract = instrument.expiry !== null;
  return {
    instrument: watchedRow(instrument),
    last_price,
    ...changeOf(quote),
    ohlc,
    average_price: average_price ?? null,
    volume: volume ?? null,
    lower_circuit_limit: quote.lower_circuit_limit ?? null,
    upper_circuit_limit: quote.upper_circuit_limit ?? null,
    // shares come with 0, which would read as a contract that nobody holds
    oi: isContract && oi !== undefined ? { now: oi, high: quote.oi_day_high ?? oi, low: quote.oi_day_low ?? oi } : null,
    last_trade_time: last_trade_time?.toISOString() ?? null,
    depth: depthRows(quote),
    market,
    options_on,
    at: timestamp.toISOString(),
  };
}

/** The book, out of the quote it belongs to: `getMarketDepth` would ask for the same quote a second time, and there is one a second. */
function depthRows({ depth, buy_quantity, sell_quantity }: Quote): DepthRows | null {
  if (!depth) return null;
  const { bids, asks, spread } = summarizeDepth(depth);
  return { bids, asks, spread, buy_quantity: buy_quantity ?? null, sell_quantity: sell_quantity ?? null };
}

/** The exchange sends 0 as the change, so it is computed. */
function changeOf({ last_price, ohlc: { close } }: Quote): Pick<QuoteAnswer, "change" | "change_percent"> {
  if (close === 0) return { change: null, change_percent: null };
  const change = Math.round((last_price - close) * 10_000) / 10_000;
  return { change, change_percent: (change * 100) / close };
}

export function briefQuote(quote: Quote): BriefQuote {
  return { last_price: quote.last_price, change_percent: changeOf(quote).change_percent, oi: quote.oi ?? null };
}

export function marketRow(status: MarketStatus): MarketRow {
  const { segment } = status;
  const next = status.next ? { at: status.next.at.toISOString(), phase: status.next.phase } : null;
  if (!status.known) return { segment, phase: "unknown", reason: status.problem, confirmed: false, next };
  const { phase, reason, day, confirmed } = status;
  const why = reason === "hours" ? null : (day ?? reason ?? null);
  return { segment, phase, reason: why, confirmed, next };
}

export function candleRow({ date, open, high, low, close, volume }: Candle): CandleRow {
  return [date.getTime() / 1000, open, high, low, close, volume];
}

export function chainAnswer(chain: OptionChain, spot: ChainAnswer["spot"]): ChainAnswer {
  const { name, exchange, expiry, expiries, strikes, atTheMoney } = chain;
  const rows = strikes.map(({ strike, call, put }) => ({ strike, call: keyOf(call), put: keyOf(put) }));
  return { name, exchange, expiry, expiries, spot, at_the_money: atTheMoney?.strike ?? null, strikes: rows };
}

const keyOf = (instrument: Instrument | null): string | null =>
  instrument && `${instrument.exchange}:${instrument.tradingsymbol}`;
