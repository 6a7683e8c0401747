import type { Instrument } from "@kite/models";
import type { OptionStrike } from "./get-option-chain.ts";

/** One option of a name: what it is found by, and how to make it. */
export interface ListedOption {
  readonly exchange: string;
  readonly expiry: string;
  readonly make: () => Instrument;
}

interface Expiry {
  readonly options: ListedOption[];
  strikes?: readonly OptionStrike[];
}

/** The options of a name by exchange and expiry. Strikes are made when they are asked for first. */
export class OptionBook {
  readonly #exchanges: Map<string, Map<string, Expiry>> = new Map();
  readonly #expiries: Map<string, readonly string[]> = new Map();

  /** Options come in the order of the list: of two with the same strike and side the first counts. */
  constructor(options: Iterable<ListedOption>) {
    for (const option of options) {
      const days = this.#exchanges.get(option.exchange) ?? new Map<string, Expiry>();
      const day = days.get(option.expiry) ?? { options: [] };
      day.options.push(option);
      this.#exchanges.set(option.exchange, days.set(option.expiry, day));
    }
  }

  /** Where there are options, the exchange of the first one first. */
  get exchanges(): readonly string[] {
    return [...this.#exchanges.keys()];
  }

  has(exchange: string): boolean {
    return this.#exchanges.has(exchange);
  }

  /** The expiries of an exchange, the earliest first. */
  expiries(exchange: string): readonly string[] {
    const known = this.#expiries.get(exchange);
    if (known) return known;
    const sorted = [...(this.#exchanges.get(exchange)?.keys() ?? [])].sort();
    this.#expiries.set(exchange, sorted);
    return sorted;
  }

  /** The strikes of an expiry, the lowest first. */
  strikes(exchange: string, expiry: string): readonly OptionStrike[] {
    const day = this.#exchanges.get(exchange)?.get(expiry);
    if (!day) return [];
    day.strikes ??= pairUp(day.options);
    return day.strikes;
  }
}

/** Tells whether an instrument is one that belongs into a book. */
export const isOption = ({ instrument_type, expiry }: Pick<Instrument, "instrument_type" | "expiry">): boolean =>
  (instrument_type === "CE" || instrument_type === "PE") && expiry !== null;

function pairUp(options: readonly ListedOption[]): OptionStrike[] {
  const pairs = new Map<number, { call: Instrument | null; put: Instrument | null }>();
  for (const { make } of options) {
    const option = make();
    const pair = pairs.get(option.strike) ?? { call: null, put: null };
    pairs.set(option.strike, pair);
    const side = option.instrument_type === "CE" ? "call" : "put";
    pair[side] ??= option;
  }
  return [...pairs].map(([strike, pair]) => ({ strike, ...pair })).sort((one, other) => one.strike - other.strike);
}
