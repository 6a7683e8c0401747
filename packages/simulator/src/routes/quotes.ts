import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { istTimestamp } from "../ist.ts";
import { type Instrument, isIndex } from "../market/instrument.ts";
import type { Quote } from "../market/quote.ts";
import { invalid, refuse } from "../refusal.ts";
import { type App, type Call, withMarketData } from "./signed-in.ts";

/** The state of the market, for the instruments that are asked for. */
export function quotesRoutes(app: App, exchange: Exchange): void {
  const { market } = exchange;
  const session = withMarketData(exchange);

  const answer = (call: Call, most: number, payload: (instrument: Instrument) => unknown): Response => {
    const keys = new URL(call.req.url).searchParams.getAll("i");
    if (keys.length === 0) throw invalid("i");
    if (keys.length > most) throw refuse(`Too many instruments: ${keys.length}, the limit is ${most}.`);
    // a map from the text that was sent; what is not listed is left out without a word
    const found = keys.flatMap((key) => {
      const instrument = market.findByKey(key);
      return instrument ? [[key, payload(instrument)] as const] : [];
    });
    return success(Object.fromEntries(found));
  };

  app.get("/quote", session, (call) => answer(call, 500, (instrument) => fullRow(market.quote(instrument))));

  app.get("/quote/ohlc", session, (call) =>
    answer(call, 1000, (instrument) => {
      const { last_price, ohlc } = market.quote(instrument);
      return { instrument_token: instrument.instrument_token, last_price, ohlc };
    }),
  );

  app.get("/quote/ltp", session, (call) =>
    answer(call, 1000, (instrument) => {
      return { instrument_token: instrument.instrument_token, last_price: market.price(instrument) };
    }),
  );
}

/** An index has no orders, no quantities and no price band, and its answer lacks all their keys. */
function fullRow({ instrument, timestamp, last_trade_time, ...quote }: Quote): Record<string, unknown> {
  const { last_price, ohlc, ...traded } = quote;
  return {
    instrument_token: instrument.instrument_token,
    timestamp: istTimestamp(timestamp),
    last_trade_time: last_trade_time === undefined || isIndex(instrument) ? null : istTimestamp(last_trade_time),
    last_price,
    // always 0 on the wire, whatever the documentation says
    net_change: 0,
    ohlc,
    ...(isIndex(instrument) ? {} : traded),
  };
}
