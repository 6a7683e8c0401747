import type { Instrument, OptionChain } from "@kite/market-data";
import { keyOf } from "./instrument-row.ts";

/** The options on something that expire on one day. */
export interface ChainRows {
  readonly name: string;
  readonly exchange: string;
  readonly expiry: string;
  /** All there are, the earliest first. */
  readonly expiries: readonly string[];
  /** What the strikes are measured against; null when it has no price. */
  readonly spot: { readonly key: string; readonly last_price: number } | null;
  /** The strike at the money; null without a spot price. */
  readonly at_the_money: number | null;
  /** The lowest first. */
  readonly strikes: readonly StrikeRow[];
}

/** A strike with the keys of its two sides; null where nothing is listed. */
export interface StrikeRow {
  readonly strike: number;
  readonly call: string | null;
  readonly put: string | null;
}

/** Puts a chain into the page's words. */
export function chainRows(chain: OptionChain, spot: ChainRows["spot"]): ChainRows {
  const { name, exchange, expiry, expiries, strikes, atTheMoney } = chain;
  const rows = strikes.map(({ strike, call, put }) => ({ strike, call: keyOrNull(call), put: keyOrNull(put) }));
  return { name, exchange, expiry, expiries, spot, at_the_money: atTheMoney?.strike ?? null, strikes: rows };
}

const keyOrNull = (instrument: Instrument | null): string | null => instrument && keyOf(instrument);
