import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { istTimestamp } from "../ist.ts";
import { candlesBetween } from "../market/history.ts";
import { toRupees } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import type { Minute } from "../market/trades.ts";
import { invalid } from "../refusal.ts";
import { readFlag, readInterval, readSpan } from "./candle-query.ts";
import { type App, withMarketData } from "./signed-in.ts";

/** Candles of the past. */
export function historyRoutes(app: App, exchange: Exchange): void {
  const { market } = exchange;

  app.get("/instruments/historical/:token/:interval", withMarketData(exchange), ({ req }) => {
    const instrument = findByToken(market, req.param("token"));
    const interval = readInterval(req.param("interval"));
    const query = new URL(req.url).searchParams;
    const span = readSpan(query, interval, instrument);
    const oi = readFlag(query, "oi");
    return success({ candles: candlesBetween(market, instrument, span).map((candle) => row(candle, oi)) });
  });
}

function findByToken(market: Market, text: string) {
  const instrument = /^\d{1,10}$/.test(text) ? market.byToken(Number(text)) : undefined;
  if (!instrument) throw invalid("instrument_token");
  return instrument;
}

function row({ at, open, high, low, close, volume, oi }: Minute, withInterest: boolean): (string | number)[] {
  const time = `${istTimestamp(at).replace(" ", "T")}+0530`;
  return [time, ...[open, high, low, close].map(toRupees), volume, ...(withInterest ? [oi] : [])];
}
