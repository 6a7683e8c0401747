import { listShares } from "./cash-instruments.ts";
import { type Underlying, underlyings } from "./contract-list.ts";
import { listContracts, listFuture } from "./contracts.ts";
import { dateOf } from "./day.ts";
import { expiriesFrom } from "./expiries.ts";
import { listIndices } from "./index-list.ts";
import { type Instrument, keyOf } from "./instrument.ts";
import { type MarketSelection, type Selection, selectionOf } from "./selection.ts";

/**
 * What is listed on which day. Contracts come and go with the calendar; an instrument that was made once stays the same
 * object.
 */
export class Listing {
  readonly #seed: number;
  readonly #permanent: readonly Instrument[];
  /** By underlying and expiry day. */
  readonly #series = new Map<string, readonly Instrument[]>();
  readonly #known = new Map<string, Instrument>();
  /** Key of the contract that is always new. */
  readonly newcomer: string;
  /** Trading day on which the exchange started. */
  readonly startDay: number;
  readonly #selection: Selection;
  #latest: { readonly day: number; readonly list: DayList } | undefined;

  /**
   * @param startDay - Trading day on which the exchange starts. One share and one contract are listed on it.
   * @param newcomer - Key of that contract.
   * @param market - What is listed of all there could be. Contracts on anything else are not even made.
   */
  constructor(seed: number, startDay: number, newcomer: string, market: MarketSelection = "all") {
    this.#seed = seed;
    this.#selection = selectionOf(market);
    this.startDay = startDay;
    this.newcomer = newcomer;
    this.#permanent = [...listIndices(), ...listShares(dateOf(startDay))];
    for (const instrument of this.#permanent) this.#known.set(keyOf(instrument), instrument);
  }

  /** Everything that is listed on a day: indices and shares first, then the contracts that have not expired. */
  on(day: number): DayList {
    if (this.#latest?.day === day) return this.#latest.list;
    const contracts = underlyings.flatMap(({ exchange, symbol }, number) => {
      return this.#selection.mayHave(exchange, symbol) ? this.#contracts(number, day) : [];
    });
    const today = dateOf(day);
    const instruments = [...this.#permanent, ...contracts].filter((instrument) => {
      return isListed(instrument, today) && this.#selection.has(instrument);
    });
    const list: DayList = {
      instruments,
      byKey: new Map(instruments.map((instrument) => [keyOf(instrument), instrument])),
      byToken: new Map(instruments.map((instrument) => [instrument.instrument_token, instrument])),
    };
    this.#latest = { day, list };
    return list;
  }

  /** What is listed under a key on a day. Does not need everything else to be made. */
  find(key: string, day: number): Instrument | undefined {
    if (this.#latest?.day === day) return this.#latest.list.byKey.get(key);
    const instrument = this.#named(key, day);
    if (!instrument || !isListed(instrument, dateOf(day)) || !this.#selection.has(instrument)) return undefined;
    return instrument.expiry === "" || this.#hasSeries(key, instrument.expiry, day) ? instrument : undefined;
  }

  /** An instrument that is or was listed if it has come up before, or would be on the first day in a market of everything. */
  known(key: string): Instrument | undefined {
    return this.#named(key, this.startDay);
  }

  /** Whether the market was asked to have it. */
  has(instrument: Instrument): boolean {
    return this.#selection.has(instrument);
  }

  /** The future on the same underlying that is the next to expire on a day; undefined if it is no future. */
  frontFuture({ exchange, instrument_type, spot }: Instrument, day: number): Instrument | undefined {
    const number = underlyings.findIndex((underlying) => underlying.exchange === exchange && underlying.spot === spot);
    const underlying = underlyings[number];
    if (instrument_type !== "FUT" || !underlying) return undefined;
    const expiry = expiriesFrom(underlying, day)[0];
    return expiry && listFuture(underlying, number, expiry);
  }

  /** An instrument by its key. If it has not come up before, the contracts of its underlying on a day are made. */
  #named(key: string, day: number): Instrument | undefined {
    const known = this.#known.get(key);
    if (known) return known;
    for (const [number, underlying] of underlyings.entries()) {
      if (mayBeOn(key, underlying)) this.#contracts(number, day);
    }
    return this.#known.get(key);
  }

  /** Whether the contracts of an expiry are among those of a day: some that were made on a later day are not yet. */
  #hasSeries(key: string, expiry: string, day: number): boolean {
    const possible = underlyings.filter((underlying) => mayBeOn(key, underlying));
    return possible.some((underlying) => expiriesFrom(underlying, day).some((one) => dateOf(one.day) === expiry));
  }

  #contracts(number: number, today: number): Instrument[] {
    const underlying = underlyings[number];
    if (!underlying) return [];
    return expiriesFrom(underlying, today).flatMap((expiry) => {
      const name = `${number} ${expiry.day}`;
      const made = this.#series.get(name);
      if (made) return made;
      const series = listContracts(this.#seed, underlying, number, expiry).map((contract) => this.#dated(contract));
      this.#series.set(name, series);
      for (const contract of series) this.#known.set(keyOf(contract), contract);
      return series;
    });
  }

  #dated(contract: Instrument): Instrument {
    return keyOf(contract) === this.newcomer ? { ...contract, listed: dateOf(this.startDay) } : contract;
  }
}

const mayBeOn = (key: string, { exchange, symbol }: Underlying): boolean => key.startsWith(`${exchange}:${symbol}`);

/** Whether an instrument may be traded on a date, `yyyy-mm-dd`: from its first to its last trading day. */
export function isListed({ listed, expiry }: Instrument, date: string): boolean {
  return listed <= date && (expiry === "" || date <= expiry);
}

/** What is listed on one day. */
export interface DayList {
  readonly instruments: readonly Instrument[];
  readonly byKey: ReadonlyMap<string, Instrument>;
  readonly byToken: ReadonlyMap<number, Instrument>;
}
