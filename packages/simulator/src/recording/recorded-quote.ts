import { type Band, priceBand } from "../market/circuit.ts";
import type { Depth } from "../market/depth.ts";
import { type Instrument, isIndex, toRupees } from "../market/instrument.ts";
import type { Quote } from "../market/quote.ts";
import { divisorOf } from "../stream/packet.ts";
import type { QuoteRow } from "./quote-rows.ts";

const NOBODY = { price: 0, quantity: 0, orders: 0 };
const NO_DEPTH: Depth = { buy: Array(5).fill(NOBODY), sell: Array(5).fill(NOBODY) };

/** What a packet says: 184 bytes, or 32 for an index. The band comes from the quote of the beginning. */
export function quoteOfPacket(instrument: Instrument, packet: Buffer, beginning: QuoteRow | undefined): Quote {
  const divisor = divisorOf(instrument.instrument_token);
  const price = (offset: number): number => packet.readInt32BE(offset) / divisor;
  const whole = (offset: number): number => packet.readUInt32BE(offset);
  const time = (offset: number): number => whole(offset) * 1000;
  if (isIndex(instrument)) {
    const ohlc = { high: price(8), low: price(12), open: price(16), close: price(20) };
    return { ...untraded(instrument, time(28), price(4)), ohlc };
  }
  const ohlc = { open: price(28), high: price(32), low: price(36), close: price(40) };
  return {
    instrument,
    timestamp: time(60),
    last_price: price(4),
    ohlc,
    last_trade_time: time(44) || undefined,
    last_quantity: whole(8),
    average_price: price(12),
    volume: whole(16),
    buy_quantity: whole(20),
    sell_quantity: whole(24),
    oi: whole(48),
    oi_day_high: whole(52),
    oi_day_low: whole(56),
    ...limitsOf(instrument, beginning, ohlc.close || price(4)),
    depth: { buy: levels(packet, 64, price), sell: levels(packet, 124, price) },
  };
}

/** What is known before the first packet. */
export function quoteOfRow(instrument: Instrument, at: number, row: QuoteRow): Quote {
  const { last_price, ohlc, volume, oi } = row;
  const facts = { ohlc, volume, oi, oi_day_high: oi, oi_day_low: oi };
  return { ...untraded(instrument, at, last_price), ...facts, ...limitsOf(instrument, row, ohlc.close || last_price) };
}

function untraded(instrument: Instrument, timestamp: number, last_price: number): Quote {
  return {
    instrument,
    timestamp,
    last_price,
    ohlc: { open: 0, high: 0, low: 0, close: 0 },
    last_trade_time: undefined,
    last_quantity: 0,
    average_price: 0,
    volume: 0,
    buy_quantity: 0,
    sell_quantity: 0,
    oi: 0,
    oi_day_high: 0,
    oi_day_low: 0,
    lower_circuit_limit: 0,
    upper_circuit_limit: 0,
    depth: NO_DEPTH,
  };
}

function limitsOf(instrument: Instrument, row: QuoteRow | undefined, reference: number) {
  const { lower, upper } = row?.band ?? inRupees(priceBand(instrument, reference * 100, reference * 100));
  return { lower_circuit_limit: lower, upper_circuit_limit: upper };
}

const inRupees = ({ lower, upper }: Band): Band => ({ lower: toRupees(lower), upper: toRupees(upper) });

function levels(packet: Buffer, start: number, price: (offset: number) => number): Depth["buy"] {
  return [0, 1, 2, 3, 4].map((number) => {
    const offset = start + 12 * number;
    return { price: price(offset + 4), quantity: packet.readUInt32BE(offset), orders: packet.readUInt16BE(offset + 8) };
  });
}
