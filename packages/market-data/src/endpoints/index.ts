export {
  type BoundGetHistoricalData,
  type CandleOptions,
  type ColumnOptions,
  type GetHistoricalData,
  getHistoricalData,
  type HistoryOptions,
  type HistoryProgress,
} from "./get-historical-data.ts";
export { getInstruments } from "./get-instruments.ts";
export { getLTP } from "./get-ltp.ts";
export { getOHLC } from "./get-ohlc.ts";
export { getQuote } from "./get-quote.ts";
export { type GetTriggerRangeParams, getTriggerRange } from "./get-trigger-range.ts";
