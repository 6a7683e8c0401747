export type { Candle, Order, OrderUpdate, OrderWire } from "@kite/models";
export type { CandleInterval, TradingHours } from "./candles/bar-clock.ts";
export { CandleBuilder, type CandleBuilderOptions, type CandleSeed } from "./candles/candle-builder.ts";
export { tradingHours } from "./candles/trading-hours.ts";
export type { LiveTick } from "./decode/live-tick.ts";
export type { Divisors } from "./decode/segment.ts";
export type { FullTick, IndexFullTick, IndexQuoteTick, LTPTick, QuoteTick, Tick } from "./decode/tick.ts";
export type { TickerOptions } from "./options.ts";
export { ticker } from "./plugin.ts";
export type { TickBuffering } from "./reading/tick-buffer.ts";
export type { RecordedFrame } from "./recording/format.ts";
export { type ByteChunks, readFrames } from "./recording/read-frames.ts";
export { type ByteSink, RecordingWriter } from "./recording/recording-writer.ts";
export { type ReplayOptions, replay } from "./recording/replay.ts";
export { createTicker } from "./ticker.ts";
export type {
  ConnectionState,
  Gap,
  InstrumentRef,
  Mode,
  OrderEvent,
  Reason,
  StaleInstrument,
  SubscribeOptions,
  Subscription,
  Ticker,
  TickerEvents,
  TickerState,
  TickerStats,
  TickerStatus,
  TickStream,
  TicksOptions,
} from "./ticker-api.ts";
