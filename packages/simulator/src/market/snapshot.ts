import { createRandom } from "../random.ts";
import { type Band, priceBand } from "./circuit.ts";
import type { DaySoFar } from "./day-so-far.ts";
import { type Depth, depthAt } from "./depth.ts";
import { thrown } from "./dice.ts";
import { type Instrument, keyOf, toRupees } from "./instrument.ts";
import type { Ohlc, Quote } from "./quote.ts";
import type { Session } from "./session.ts";

/** What a quote is made of. Prices are paise. */
export interface Facts {
  readonly seed: number;
  readonly instrument: Instrument;
  /** Epoch ms, not before the session. */
  readonly now: number;
  readonly session: Session;
  /** The session up to now. */
  readonly day: DaySoFar;
  readonly last: number;
  /** 0 on the first day of trading. */
  readonly previousClose: number;
  /** Whether everything changes hands at the last price, as in an auction. */
  readonly atOnePrice: boolean;
}

/** Sums a session up to now. */
export function snapshot(facts: Facts): Quote {
  const { seed, instrument, now, session, day, last } = facts;
  const end = endOf(session);
  const timestamp = Math.min(now, end);
  const second = Math.floor(Math.min(now, end - 1) / 1000);
  const minute = Math.floor(second / 60) * 60_000;
  const trade = day.lastTrade;
  const book = createRandom(seed, `book of ${keyOf(instrument)} ${minute}`);
  const band = bandOf(facts);
  const depth = depthAt(seed, instrument, { last, band, minute, atOnePrice: facts.atOnePrice });
  // what waits beyond the five levels comes and goes by the second
  const beyond = thrown(instrument.instrument_token, second);
  return {
    instrument,
    timestamp,
    last_price: toRupees(last),
    ohlc: ohlcOf(day, facts.previousClose),
    last_trade_time: trade?.at,
    last_quantity: (trade?.lots ?? 0) * instrument.lot_size,
    average_price: averageOf(facts),
    volume: day.volume,
    buy_quantity: totalOf(depth, "buy") * book.int(2, 9) + lotsOf(instrument, beyond),
    sell_quantity: totalOf(depth, "sell") * book.int(2, 9) + lotsOf(instrument, 1 - beyond),
    oi: day.interest,
    oi_day_high: day.highestInterest,
    oi_day_low: day.lowestInterest,
    lower_circuit_limit: toRupees(band.lower),
    upper_circuit_limit: toRupees(band.upper),
    depth,
  };
}

/** When the last trade of a session is over, epoch ms: with continuous trading, or a minute of the closing auction. */
export function endOf({ close, auction }: Session): number {
  return auction === undefined ? close : auction + 60_000;
}

/** A price that was set by hand outside the band takes the band along, or no order could follow it. */
function bandOf({ instrument, day, last, previousClose }: Facts): Band {
  const reference = previousClose === 0 ? (day.latest ? day.open : last) : previousClose;
  const band = priceBand(instrument, reference, day.reference);
  const inside = last >= band.lower && last <= band.upper;
  return inside ? band : priceBand(instrument, last, Math.max(day.reference, last));
}

function ohlcOf({ latest, open, high, low }: DaySoFar, previousClose: number): Ohlc {
  const close = toRupees(previousClose);
  if (!latest) return { open: 0, high: 0, low: 0, close };
  return { open: toRupees(open), high: toRupees(high), low: toRupees(low), close };
}

/** Rupees to the paisa, and for what has smaller steps to a hundredth of one. */
function averageOf({ instrument, day }: Facts): number {
  if (day.volume === 0) return 0;
  const parts = instrument.tick < 1 ? 100 : 1;
  return Math.round((day.value / day.volume) * parts) / (parts * 100);
}

/** A part of a minute's volume, in whole lots. */
function lotsOf({ typicalVolume, lot_size }: Instrument, part: number): number {
  return Math.round((typicalVolume * part) / lot_size) * lot_size;
}

const totalOf = (depth: Depth, side: "buy" | "sell"): number =>
  depth[side].reduce((sum, { quantity }) => sum + quantity, 0);

/** The latest moment up to now (epoch ms) at which something could trade in a session. */
export function tradingTime(session: Session, now: number): number {
  const { open, close, auction } = session;
  if (auction !== undefined && now >= auction) return Math.min(now, endOf(session) - 1);
  return Math.max(open, Math.min(now, close - 1));
}
