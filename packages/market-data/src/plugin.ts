import { type Bound, bind, type CallOptions, type KiteClient, type Plugin } from "@kite/core";
import type { LTPQuote, LTPQuoteWire, OHLCQuote, OHLCQuoteWire, Quote, QuoteWire } from "@kite/models";
import type { ExchangeCalendar, MarketSegment } from "./calendar/calendar.ts";
import { getMarketStatus, getMarketStatusAll, type MarketStatus } from "./calendar/get-market-status.ts";
import { getMarketDepth, type MarketDepth } from "./depth/get-market-depth.ts";
import type { BoundGetHistoricalData } from "./endpoints/get-historical-data.ts";
import * as endpoints from "./endpoints/index.ts";
import {
  type HistoryPage,
  type IterateHistoricalDataParams,
  iterateHistoricalData,
} from "./history/iterate-historical-data.ts";
import { engineOf } from "./instruments/engine.ts";
import { findInstrument } from "./instruments/find-instrument.ts";
import { getOptionChain } from "./instruments/get-option-chain.ts";
import type { LoadInstrumentsOptions } from "./instruments/instrument-keeper.ts";
import type { Instruments } from "./instruments/instruments.ts";
import { loadInstruments } from "./instruments/load-instruments.ts";
import { searchInstruments } from "./instruments/search-instruments.ts";
import type { BoundQuoteCall } from "./quotes/quote-call.ts";

export interface MarketDataOptions {
  /** How the instruments are kept, for every call that needs them. */
  readonly instruments?: Omit<LoadInstrumentsOptions, "signal"> | undefined;
  /** Replaces the calendar of this package. */
  readonly calendar?: ExchangeCalendar | undefined;
}

/** What a function of loaded instruments becomes: it loads them first. */
type Loading<Call> = Call extends (instruments: Instruments, ...args: infer Rest) => infer Result
  ? (...args: Rest) => Promise<Result>
  : never;

/** The endpoints, bound. `Bound` keeps neither the keys of a quote call nor the options of the history. */
interface BoundEndpoints extends Pick<Bound<typeof endpoints>, "getInstruments" | "getTriggerRange"> {
  /** Gives all there is about each instrument in one moment. */
  readonly getQuote: BoundQuoteCall<Quote, QuoteWire>;
  /** Gives last price and session prices of each instrument. */
  readonly getOHLC: BoundQuoteCall<OHLCQuote, OHLCQuoteWire>;
  /** Gives the last traded price of each instrument. */
  readonly getLTP: BoundQuoteCall<LTPQuote, LTPQuoteWire>;
  /** Gives the candles of any range. */
  readonly getHistoricalData: BoundGetHistoricalData;
}

/** Quotes, candles, instruments and the exchange calendar. */
export interface MarketDataApi extends BoundEndpoints {
  /** Fetches the book of an instrument, with spread, middle and imbalance. */
  readonly getMarketDepth: (instrument: string, options?: CallOptions) => Promise<MarketDepth | null>;
  /** Walks through the candles of any range, page by page. */
  readonly iterateHistoricalData: (
    params: IterateHistoricalDataParams,
    options?: CallOptions,
  ) => AsyncGenerator<HistoryPage, void, undefined>;
  /** Gives the instruments, downloaded at most once a day. */
  readonly loadInstruments: (options?: LoadInstrumentsOptions) => Promise<Instruments>;
  /** Finds one instrument by key, token or filter; loads the instruments first. */
  readonly findInstrument: Loading<typeof findInstrument>;
  /** Searches by symbol, name and contract; loads the instruments first. */
  readonly searchInstruments: Loading<typeof searchInstruments>;
  /** Builds the option chain of a name; loads the instruments first. */
  readonly getOptionChain: Loading<typeof getOptionChain>;
  /** Tells what a market does at a time, by the calendar; sends nothing. */
  readonly getMarketStatus: (segment: MarketSegment, at?: Date) => MarketStatus;
  /** Tells what every market does at a time, by the calendar; sends nothing. */
  readonly getMarketStatusAll: (at?: Date) => Readonly<Record<string, MarketStatus>>;
}

/** Registers `kite.marketData`. */
export const marketData =
  ({ instruments, calendar }: MarketDataOptions = {}): Plugin<{ readonly marketData: MarketDataApi }> =>
  (kite: KiteClient) => {
    const load = (options?: LoadInstrumentsOptions) => loadInstruments(kite, { ...instruments, ...options });
    const api: MarketDataApi = {
      ...(bind(kite, endpoints) as unknown as BoundEndpoints),
      getMarketDepth: (instrument, options) => getMarketDepth(kite, instrument, options),
      iterateHistoricalData: (params, options) => iterateHistoricalData(kite, { calendar, ...params }, options),
      loadInstruments: load,
      findInstrument: async (wanted) => findInstrument(await load(), wanted),
      async searchInstruments(query, options) {
        const loaded = await load();
        await engineOf(loaded).prepareSearch?.();
        return searchInstruments(loaded, query, options);
      },
      getOptionChain: async (params) => getOptionChain(await load(), params),
      getMarketStatus: (segment, at) => getMarketStatus(segment, at, calendar),
      getMarketStatusAll: (at) => getMarketStatusAll(at, calendar),
    };
    return { marketData: api };
  };
