export type {
  Candle,
  CandleWire,
  Depth,
  DepthLevel,
  DepthWire,
  Exchange,
  HistoricalDataWire,
  Instrument,
  InstrumentType,
  Interval,
  LTPQuote,
  LTPQuoteWire,
  OHLC,
  OHLCQuote,
  OHLCQuoteWire,
  OHLCWire,
  Quote,
  QuoteWire,
  Segment,
  TriggerRange,
  TriggerRangeWire,
} from "@kite/models";
export type {
  CalendarDay,
  ExchangeCalendar,
  MarketHours,
  MarketPhase,
  MarketSegment,
  MarketSession,
} from "./calendar/calendar.ts";
export { exchangeCalendar } from "./calendar/exchange-calendar.ts";
export {
  getMarketStatus,
  getMarketStatusAll,
  type KnownMarketStatus,
  type MarketChange,
  type MarketStatus,
  type UnknownMarketStatus,
} from "./calendar/get-market-status.ts";
export { getMarketDepth, type MarketDepth } from "./depth/get-market-depth.ts";
export { type DepthSummary, summarizeDepth } from "./depth/summarize-depth.ts";
export * from "./endpoints/index.ts";
export type { CandleColumns } from "./history/candle-columns.ts";
export { type CandleGaps, findGaps, type GapsOf } from "./history/find-gaps.ts";
export { intervalDays } from "./history/interval-days.ts";
export {
  type HistoryPage,
  type IterateHistoricalDataParams,
  iterateHistoricalData,
} from "./history/iterate-historical-data.ts";
export type { CandleParams, DayCandleParams, GetHistoricalDataParams, HistoricalRange } from "./history/params.ts";
export type { Moment } from "./history/range.ts";
export type { Direction } from "./history/windows.ts";
export { findInstrument, findInstruments } from "./instruments/find-instrument.ts";
export {
  type GetOptionChainParams,
  getOptionChain,
  type OptionChain,
  type OptionStrike,
} from "./instruments/get-option-chain.ts";
export type { InstrumentFilter } from "./instruments/instrument-filter.ts";
export type { LoadInstrumentsOptions } from "./instruments/instrument-keeper.ts";
export { createInstruments, type Instruments } from "./instruments/instruments.ts";
export { loadInstruments } from "./instruments/load-instruments.ts";
export { type SearchOptions, searchInstruments } from "./instruments/search-instruments.ts";
export { type MarketDataApi, type MarketDataOptions, marketData } from "./plugin.ts";
export { type ByKey, missingKeys } from "./quotes/keyed.ts";
export type { BoundQuoteCall, QuoteCall } from "./quotes/quote-call.ts";
export type { InstrumentStore, StoredInstruments } from "./store/instrument-store.ts";
