import { createRandom } from "../random.ts";
import { type Band, priceBand } from "./circuit.ts";
import { type Depth, depthAt } from "./depth.ts";
import { type Instrument, keyOf, toRupees } from "./instrument.ts";
import { closingLevel } from "./level.ts";
import { openInterest } from "./open-interest.ts";
import type { Ohlc, Quote } from "./quote.ts";
import { type Session, sessionBefore } from "./session.ts";
import type { Minute } from "./trades.ts";

/** What a quote is made of. Prices are paise. */
export interface Facts {
  readonly seed: number;
  readonly instrument: Instrument;
  /** Epoch ms, not before the session. */
  readonly now: number;
  readonly session: Session;
  /** Trades of the session up to now. */
  readonly minutes: readonly Minute[];
  readonly last: number;
  /** 0 on the first day of trading. */
  readonly previousClose: number;
}

/** Sums a session up to now. */
export function snapshot(facts: Facts): Quote {
  const { seed, instrument, now, session, minutes, last } = facts;
  const timestamp = Math.min(now, session.close);
  const minute = Math.floor(Math.min(now, session.close - 1) / 60_000) * 60_000;
  const latest = minutes.at(-1);
  const trade = createRandom(seed, `trade of ${keyOf(instrument)} ${latest?.at}`);
  const book = createRandom(seed, `book of ${keyOf(instrument)} ${minute}`);
  const interests = [openInterest(seed, instrument, session.day)(0), ...minutes.map(({ oi }) => oi)];
  const band = bandOf(facts);
  const depth = depthAt(seed, instrument, last, band, minute);
  const lots = latest ? latest.volume / instrument.lot_size : 0;
  return {
    instrument,
    timestamp,
    last_price: toRupees(last),
    ohlc: ohlcOf(minutes, facts.previousClose),
    last_trade_time: latest && Math.min(timestamp, latest.at + trade.int(0, 59) * 1000),
    last_quantity: lots === 0 ? 0 : trade.int(1, Math.ceil(lots / 10)) * instrument.lot_size,
    average_price: averageOf(facts),
    volume: minutes.reduce((sum, { volume }) => sum + volume, 0),
    buy_quantity: totalOf(depth, "buy") * book.int(2, 9),
    sell_quantity: totalOf(depth, "sell") * book.int(2, 9),
    oi: interests.at(-1) ?? 0,
    oi_day_high: Math.max(...interests),
    oi_day_low: Math.min(...interests),
    lower_circuit_limit: toRupees(band.lower),
    upper_circuit_limit: toRupees(band.upper),
    depth,
  };
}

/** A price that was set by hand outside the band takes the band along, or no order could follow it. */
function bandOf({ seed, instrument, session, minutes, last, previousClose }: Facts): Band {
  const { spot } = instrument;
  const spotReference = closingLevel(seed, spot, sessionBefore(spot.hours, session.day).day);
  const reference = previousClose === 0 ? (minutes[0]?.open ?? last) : previousClose;
  const band = priceBand(instrument, reference, spotReference);
  const inside = last >= band.lower && last <= band.upper;
  return inside ? band : priceBand(instrument, last, Math.max(spotReference, last));
}

function ohlcOf(minutes: readonly Minute[], previousClose: number): Ohlc {
  const close = toRupees(previousClose);
  const [first] = minutes;
  if (!first) return { open: 0, high: 0, low: 0, close };
  const high = toRupees(Math.max(...minutes.map((minute) => minute.high)));
  const low = toRupees(Math.min(...minutes.map((minute) => minute.low)));
  return { open: toRupees(first.open), high, low, close };
}

/** Rupees to the paisa, and for what has smaller steps to a hundredth of one. */
function averageOf({ instrument, minutes }: Facts): number {
  const volume = minutes.reduce((sum, minute) => sum + minute.volume, 0);
  if (volume === 0) return 0;
  const value = minutes.reduce((sum, { open, high, low, close, volume }) => {
    return sum + ((open + high + low + close) / 4) * volume;
  }, 0);
  const parts = instrument.tick < 1 ? 100 : 1;
  return Math.round((value / volume) * parts) / (parts * 100);
}

const totalOf = (depth: Depth, side: "buy" | "sell"): number =>
  depth[side].reduce((sum, { quantity }) => sum + quantity, 0);
