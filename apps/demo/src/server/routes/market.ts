import type { Hono } from "hono";
import {
  type BriefQuotesAnswer,
  type CandlesAnswer,
  type ChainAnswer,
  chartIntervals,
  type MarketsAnswer,
  type QuoteAnswer,
  type SearchAnswer,
  type WatchlistAnswer,
} from "../../shared/market-api.ts";
import { Failure } from "../failure.ts";
import type { DomainParts } from "./domains.ts";
import {
  briefQuote,
  candleRow,
  chainAnswer,
  instrumentRow,
  marketRow,
  quoteAnswer,
  watchedRow,
} from "./market-answer.ts";
import { listed, notListed } from "./market-listed.ts";
import { firstCandle } from "./market-span.ts";
import { chainNameOf, spotKeyOf, statusSegmentOf } from "./market-underlying.ts";
import { usualWatchlist } from "./market-usual.ts";

/** Most results of a search; the list beneath the field shows no more. */
const RESULTS = 12;
/** As many as the exchange answers at once, which is enough for both sides of the strikes on the page. */
const MOST_QUOTES = 500;
/** More than a list that somebody reads. */
const MOST_WATCHED = 100;

/** Search, quotes, candles, option chains and the hours of the exchanges. */
export function marketRoutes(app: Hono, { connection: { kite } }: DomainParts): void {
  const { marketData } = kite;

  app.get("/api/instruments", async (context) => {
    const query = context.req.query("q")?.trim() ?? "";
    const instruments = await marketData.loadInstruments();
    const results = (await marketData.searchInstruments(query, { limit: RESULTS })).map(instrumentRow);
    return context.json({ query, results, searched: instruments.size } satisfies SearchAnswer);
  });

  app.get("/api/watchlist", async (context) => {
    const instruments = await marketData.loadInstruments();
    const keys = context.req.queries("i") ?? usualWatchlist(instruments);
    if (keys.length > MOST_WATCHED) throw wrong("i", `Name up to ${MOST_WATCHED} instruments.`);
    const found = [...new Set(keys)].flatMap((key) => instruments.byKey(key) ?? []);
    return context.json({ instruments: found.map(watchedRow) } satisfies WatchlistAnswer);
  });

  app.get("/api/quote", async (context) => {
    const { signal } = context.req.raw;
    const instruments = await marketData.loadInstruments();
    const instrument = listed(instruments, context.req.query("i"));
    const { key } = instrumentRow(instrument);
    const quote = (await marketData.getQuote([key], { signal }))[key];
    if (!quote) throw notListed(key);
    const status = marketData.getMarketStatus(statusSegmentOf(instrument, instruments));
    const options_on = chainNameOf(instrument, instruments) ?? null;
    return context.json(quoteAnswer(instrument, quote, marketRow(status), options_on) satisfies QuoteAnswer);
  });

  app.get("/api/quotes", async (context) => {
    const keys = [...new Set(context.req.queries("i"))];
    if (keys.length === 0 || keys.length > MOST_QUOTES) throw wrong("i", `Name 1 to ${MOST_QUOTES} instruments.`);
    const found = await marketData.getQuote(keys, { signal: context.req.raw.signal });
    const quotes = Object.fromEntries(Object.entries(found).map(([key, quote]) => [key, quote && briefQuote(quote)]));
    return context.json({ quotes } satisfies BriefQuotesAnswer);
  });

  app.get("/api/candles", async (context) => {
    const { signal } = context.req.raw;
    const interval = chartIntervals.find((name) => name === context.req.query("interval"));
    if (!interval) throw wrong("interval", `Choose one of ${chartIntervals.join(", ")}.`);
    const instrument = listed(await marketData.loadInstruments(), context.req.query("i"));
    const { instrument_token } = instrument;
    const to = new Date();
    const range = { instrument_token, interval, from: firstCandle(interval, to), to };
    const candles = (await marketData.getHistoricalData(range, { signal })).map(candleRow);
    return context.json({ key: instrumentRow(instrument).key, interval, candles } satisfies CandlesAnswer);
  });

  app.get("/api/option-chain", async (context) => {
    const { name = "", expiry } = context.req.query();
    const instruments = await marketData.loadInstruments();
    const chain = await marketData.getOptionChain({ name, expiry });
    if (!chain) throw noOptions(name);
    const key = spotKeyOf(chain, instruments);
    const last_price = key && (await marketData.getLTP([key], { signal: context.req.raw.signal }))[key]?.last_price;
    const spot = key && last_price ? { key, last_price } : null;
    const params = { name, expiry: chain.expiry, exchange: chain.exchange, spot: spot?.last_price };
    const marked = spot ? await marketData.getOptionChain(params) : chain;
    return context.json(chainAnswer(marked ?? chain, spot) satisfies ChainAnswer);
  });

  app.get("/api/markets", (context) => {
    const markets = Object.values(marketData.getMarketStatusAll()).map(marketRow);
    return context.json({ markets, at: new Date().toISOString() } satisfies MarketsAnswer);
  });
}

const noOptions = (name: string): Failure =>
  new Failure(404, {
    code: "NoOptions",
    message: `There are no options on ${name || "nothing"}.`,
    what_to_do: "Search for a share or an index that has some.",
  });

const wrong = (field: string, message: string): Failure =>
  new Failure(400, { code: "InvalidRequest", message, what_to_do: "Reload the page and try again.", field });
