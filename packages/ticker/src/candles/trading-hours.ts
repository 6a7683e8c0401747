import type { TradingHours } from "./bar-clock.ts";

/** Segment codes of the markets that begin at nine: NSE currency, BSE currency and MCX. */
const early = [3, 6, 7];

/**
 * Gives the start of continuous trading by the segment in a token's lowest byte: 09:00 on CDS, BCD and MCX, 09:15 elsewhere.
 *
 * It gives no end. Closing times move (auctions at the close, daylight saving in New York, special sessions), and a wrong one would
 * throw trades away.
 */
export const tradingHours = (instrument_token: number): TradingHours => ({
  start: early.includes(instrument_token & 0xff) ? "09:00" : "09:15",
});
