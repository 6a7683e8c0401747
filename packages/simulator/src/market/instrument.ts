import type { Spot } from "./spot.ts";

export type ExchangeName = "NSE" | "BSE" | "NFO" | "BFO" | "CDS" | "BCD" | "MCX";

export const EXCHANGES: readonly ExchangeName[] = ["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"];

/** Low byte of an instrument token; an index has a code of its own, whatever its exchange. */
export const SEGMENT_CODES: Readonly<Record<ExchangeName | "INDICES", number>> = {
  NSE: 1,
  NFO: 2,
  CDS: 3,
  BSE: 4,
  BFO: 5,
  BCD: 6,
  MCX: 7,
  INDICES: 9,
};

/** Something that has a price. Indices are among them, and cannot be traded. */
export interface Instrument {
  readonly exchange: ExchangeName;
  readonly tradingsymbol: string;
  /** Company or underlying; empty on some contracts. */
  readonly name: string;
  /** Exchange token × 256 + segment code. */
  readonly instrument_token: number;
  readonly instrument_type: "EQ" | "FUT" | "CE" | "PE";
  /** The exchange for shares, `INDICES`, or exchange and kind, e.g. `NFO-OPT`. */
  readonly segment: string;
  /** Empty for indices and derivatives. */
  readonly isin: string;
  /** Last trading day, `yyyy-mm-dd`; empty for what does not expire. */
  readonly expiry: string;
  /** Rupees; 0 for all but options. */
  readonly strike: number;
  /** Quantities are multiples of this: 1 in cash, and on CDS, BCD and MCX, where they count lots. */
  readonly lot_size: number;
  /** Rupees per unit of quantity for a price of one rupee: 1, or what a lot of MCX, CDS and BCD holds. */
  readonly multiplier: number;
  /** Smallest price step, in paise; a quarter of one for currencies. */
  readonly tick: number;
  /** Largest quantity of a single order. */
  readonly freezeQuantity: number;
  /** First trading day, `yyyy-mm-dd`. */
  readonly listed: string;
  /** What its price follows. */
  readonly spot: Spot;
  /** Share of the minutes in which it trades, above 0 to 1. */
  readonly activity: number;
  /** Quantity that changes hands in an average minute with trades; 0 for indices. */
  readonly typicalVolume: number;
}

/** Exchanges where shares change hands for delivery; the others trade contracts. */
export function isEquity(exchange: string): boolean {
  return exchange === "NSE" || exchange === "BSE";
}

export function isIndex({ segment }: Pick<Instrument, "segment">): boolean {
  return segment === "INDICES";
}

/** How it is called in quotes, e.g. `NSE:INFY`. */
export function keyOf({ exchange, tradingsymbol }: Pick<Instrument, "exchange" | "tradingsymbol">): string {
  return `${exchange}:${tradingsymbol}`;
}

/** Tells whether a price in rupees is a multiple of the smallest price step. */
export function isOnTick({ tick }: Pick<Instrument, "tick">, rupees: number): boolean {
  return toRupees(toTick(tick, rupees * 100)) === rupees;
}

/** The multiple of a tick (paise) nearest to a price in paise. */
export function toTick(tick: number, paise: number): number {
  return Math.round(paise / tick) * tick;
}

/** The same for a price: nothing trades below one tick. */
export function toGrid(tick: number, paise: number): number {
  return Math.max(tick, toTick(tick, paise));
}

/** One division at the end, so that 141450 paise are 1414.5 and not a hair off. */
export function toRupees(paise: number): number {
  return paise / 100;
}
