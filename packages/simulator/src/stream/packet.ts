import type { Depth } from "../market/depth.ts";
import { isIndex } from "../market/instrument.ts";
import type { Quote } from "../market/quote.ts";

/** By segment, the low byte of a token. */
const DIVISORS: Readonly<Record<number, number>> = { 3: 10_000_000, 6: 10_000 };

/** How many units of a packet's prices make a rupee. */
export const divisorOf = (instrument_token: number): number => DIVISORS[instrument_token % 256] ?? 100;

/**
 * Writes the packet of the mode `full` from the start of a buffer: 184 bytes, or 32 for an index. The packets of the
 * other modes are its first 8 and its first 44 bytes, or 28 for an index.
 *
 * Numbers are big-endian. Quantities of 2^32 and more wrap around, because nobody knows what the real exchange does.
 *
 * @see https://kite.trade/docs/connect/v3/websocket/#message-structure
 */
export function writePacket(view: DataView, quote: Quote): void {
  const { instrument_token } = quote.instrument;
  const divisor = divisorOf(instrument_token);
  view.setUint32(0, instrument_token);
  view.setInt32(4, Math.round(quote.last_price * divisor));
  if (isIndex(quote.instrument)) writeIndex(view, quote, divisor);
  else writeTradable(view, quote, divisor);
}

/** High, low, open: another order than everywhere else. */
function writeIndex(view: DataView, { ohlc, timestamp }: Quote, divisor: number): void {
  view.setInt32(8, Math.round(ohlc.high * divisor));
  view.setInt32(12, Math.round(ohlc.low * divisor));
  view.setInt32(16, Math.round(ohlc.open * divisor));
  view.setInt32(20, Math.round(ohlc.close * divisor));
  // a price change whose scale nobody knows, and which every client ignores
  view.setInt32(24, 0);
  view.setUint32(28, toSeconds(timestamp));
}

function writeTradable(view: DataView, quote: Quote, divisor: number): void {
  const { ohlc, depth } = quote;
  view.setUint32(8, quote.last_quantity);
  view.setInt32(12, Math.round(quote.average_price * divisor));
  view.setUint32(16, quote.volume);
  view.setUint32(20, quote.buy_quantity);
  view.setUint32(24, quote.sell_quantity);
  view.setInt32(28, Math.round(ohlc.open * divisor));
  view.setInt32(32, Math.round(ohlc.high * divisor));
  view.setInt32(36, Math.round(ohlc.low * divisor));
  view.setInt32(40, Math.round(ohlc.close * divisor));
  view.setUint32(44, toSeconds(quote.last_trade_time ?? 0));
  view.setUint32(48, quote.oi);
  view.setUint32(52, quote.oi_day_high);
  view.setUint32(56, quote.oi_day_low);
  view.setUint32(60, toSeconds(quote.timestamp));
  writeLevels(view, 64, depth.buy, divisor);
  writeLevels(view, 124, depth.sell, divisor);
}

function writeLevels(view: DataView, start: number, levels: Depth["buy"], divisor: number): void {
  for (let place = 0; place < 5; place += 1) {
    const level = levels[place];
    const offset = start + 12 * place;
    view.setUint32(offset, level?.quantity ?? 0);
    view.setInt32(offset + 4, Math.round((level?.price ?? 0) * divisor));
    view.setUint16(offset + 8, level?.orders ?? 0);
    view.setUint16(offset + 10, 0);
  }
}

const toSeconds = (ms: number): number => Math.floor(ms / 1000);
