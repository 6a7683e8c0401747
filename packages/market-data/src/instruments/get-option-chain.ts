import { invalidInput, requireText } from "@kite/core";
import { type Exchange, formatIstDate, type Instrument } from "@kite/models";
import { exact } from "../exact.ts";
import { named } from "../named.ts";
import type { Instruments } from "./instruments.ts";

export interface GetOptionChainParams {
  /** What the options are on, as in the list: `NIFTY`, `RELIANCE`, `USDINR`. */
  readonly name: string;
  /** Calendar date in India, `yyyy-mm-dd`. Default: the next one, today's included. */
  readonly expiry?: string | undefined;
  /** Where they are traded, for a name with options on several. Default: the first of NFO, BFO, MCX, CDS, BCD that has some. */
  readonly exchange?: Exchange | undefined;
  /** Price of what the options are on, rupees: finds the strike at the money. */
  readonly spot?: number | undefined;
}

/** A strike with its two sides. A side is null where nothing is listed. */
export interface OptionStrike {
  /** Rupees. */
  readonly strike: number;
  readonly call: Instrument | null;
  readonly put: Instrument | null;
}

/** The options of a name that expire on one day. */
export interface OptionChain {
  readonly name: string;
  readonly exchange: Exchange;
  readonly expiry: string;
  /** All there are on this exchange, the earliest first. */
  readonly expiries: readonly string[];
  /** The lowest first. */
  readonly strikes: readonly OptionStrike[];
  /** The strike next to `spot`, the lower one of two that are equally near; null without a `spot`. */
  readonly atTheMoney: OptionStrike | null;
}

/** Where options are traded, in the order of a name's usual home. */
const homes = ["NFO", "BFO", "MCX", "CDS", "BCD"];

/**
 * Builds the option chain of a name. Null when it has no options, or none that are still to expire.
 *
 * Throws `InvalidInput` for an expiry that the name does not have, and for a spot price that is no number.
 *
 * @example
 * const chain = getOptionChain(instruments, { name: "NIFTY", spot: 24853.15 });
 * chain?.atTheMoney?.call?.tradingsymbol;
 */
export function getOptionChain(instruments: Instruments, params: GetOptionChainParams): OptionChain | null {
  return named("getOptionChain", () => build(instruments, params));
}

function build(instruments: Instruments, { name, expiry, exchange, spot }: GetOptionChainParams): OptionChain | null {
  requireText("name", name);
  if (spot !== undefined && !Number.isFinite(spot)) throw invalidInput("spot", `must be a price, got ${spot}`);
  const options = [...instruments.byName(name)].filter(isOption);
  const home = exchange ?? homes.find((each) => options.some((row) => row.exchange === each)) ?? options[0]?.exchange;
  if (home === undefined) return null;
  const listed = options.filter((row) => row.exchange === home);
  const expiries = [...new Set(listed.map((row) => row.expiry))].sort();
  if (expiry !== undefined && !expiries.includes(expiry)) {
    throw invalidInput("expiry", `${name} has none on ${expiry}; it has ${expiries.join(", ") || "none at all"}`);
  }
  const today = formatIstDate(new Date());
  const chosen = expiry ?? expiries.find((each) => each >= today);
  if (chosen === undefined) return null;
  const strikes = pairUp(listed.filter((row) => row.expiry === chosen));
  return {
    name,
    exchange: home,
    expiry: chosen,
    expiries,
    strikes,
    atTheMoney: spot === undefined ? null : nearest(strikes, spot),
  };
}

type Option = Instrument & { readonly expiry: string };

const isOption = (row: Instrument): row is Option =>
  (row.instrument_type === "CE" || row.instrument_type === "PE") && row.expiry !== null;

function pairUp(options: readonly Option[]): OptionStrike[] {
  const pairs = new Map<number, { call: Instrument | null; put: Instrument | null }>();
  for (const option of options) {
    const pair = pairs.get(option.strike) ?? { call: null, put: null };
    pairs.set(option.strike, pair);
    const side = option.instrument_type === "CE" ? "call" : "put";
    pair[side] ??= option;
  }
  return [...pairs].map(([strike, pair]) => ({ strike, ...pair })).sort((one, other) => one.strike - other.strike);
}

/** Strikes come in order, so the first of two that are equally near is the lower one. */
function nearest(strikes: readonly OptionStrike[], spot: number): OptionStrike | null {
  let best: OptionStrike | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of strikes) {
    // As decimals: 82.25 must be as near to 82.2 as to 82.3.
    const distance = Math.abs(exact(each.strike - spot));
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}
