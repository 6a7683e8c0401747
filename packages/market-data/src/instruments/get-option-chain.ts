import { invalidInput, requireText } from "@kite/core";
import { type Exchange, formatIstDate, type Instrument } from "@kite/models";
import { exact } from "../exact.ts";
import { named } from "../named.ts";
import { engineOf } from "./engine.ts";
import type { Instruments } from "./instruments.ts";
import { isOption, type ListedOption, OptionBook } from "./option-book.ts";

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
  const book = engineOf(instruments).options?.(name) ?? new OptionBook(listed(instruments, name));
  const home = exchange ?? homes.find((each) => book.has(each)) ?? book.exchanges[0];
  if (home === undefined) return null;
  const expiries = book.expiries(home);
  if (expiry !== undefined && !expiries.includes(expiry)) {
    throw invalidInput("expiry", `${name} has none on ${expiry}; it has ${expiries.join(", ") || "none at all"}`);
  }
  const chosen = expiry ?? nextOf(expiries);
  if (chosen === undefined) return null;
  const strikes = book.strikes(home, chosen);
  return {
    name,
    exchange: home,
    expiry: chosen,
    expiries,
    strikes,
    atTheMoney: spot === undefined ? null : nearest(strikes, spot),
  };
}

function* listed(instruments: Instruments, name: string): Generator<ListedOption> {
  for (const row of instruments.byName(name)) {
    if (isOption(row)) yield { exchange: row.exchange, expiry: row.expiry ?? "", make: () => row };
  }
}

function nextOf(expiries: readonly string[]): string | undefined {
  const today = formatIstDate(new Date());
  return expiries.find((each) => each >= today);
}

/** The lower one of two strikes that are equally near. */
function nearest(strikes: readonly OptionStrike[], spot: number): OptionStrike | null {
  let [first, last] = [0, strikes.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((strikes[middle]?.strike ?? 0) < spot) first = middle + 1;
    else last = middle;
  }
  const [below, above] = [strikes[first - 1], strikes[first]];
  // As decimals: 82.25 must be as near to 82.2 as to 82.3.
  const isBelow = below && (!above || exact(spot - below.strike) <= exact(above.strike - spot));
  return (isBelow ? below : above) ?? null;
}
