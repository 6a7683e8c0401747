import { listShares } from "./cash-instruments.ts";
import { underlyings } from "./contract-list.ts";
import { listContracts, listFuture } from "./contracts.ts";
import { dateOf } from "./day.ts";
import { expiriesFrom } from "./expiries.ts";
import { listIndices } from "./index-list.ts";
import { type Instrument, keyOf } from "./instrument.ts";

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
  readonly #newcomer: string;
  readonly #startDay: number;
  #latest: { readonly day: number; readonly list: DayList } | undefined;

  /**
   * @param startDay - Trading day on which the exchange starts. One share and one contract are listed on it.
   * @param newcomer - Key of that contract.
   */
  constructor(seed: number, startDay: number, newcomer: string) {
    this.#seed = seed;
    this.#startDay = startDay;
    this.#newcomer = newcomer;
    this.#permanent = [...listIndices(), ...listShares(dateOf(startDay))];
    for (const instrument of this.#permanent) this.#known.set(keyOf(instrument), instrument);
  }

  /** Everything that is listed on a day: indices and shares first, then the contracts that have not expired. */
  on(day: number): DayList {
    if (this.#latest?.day === day) return this.#latest.list;
    const all = [...this.#permanent, ...underlyings.flatMap((_, number) => this.#contracts(number, day))];
    const today = dateOf(day);
    const instruments = all.filter((instrument) => isListed(instrument, today));
    const list: DayList = {
      instruments,
      byKey: new Map(instruments.map((instrument) => [keyOf(instrument), instrument])),
      byToken: new Map(instruments.map((instrument) => [instrument.instrument_token, instrument])),
    };
    this.#latest = { day, list };
    return list;
  }

  /** An instrument that is or was listed, if it has come up before. */
  known(key: string): Instrument | undefined {
    return this.#known.get(key);
  }

  /** The future on the same underlying that is the next to expire on a day; undefined if it is no future. */
  frontFuture({ exchange, instrument_type, spot }: Instrument, day: number): Instrument | undefined {
    const number = underlyings.findIndex((underlying) => underlying.exchange === exchange && underlying.spot === spot);
    const underlying = underlyings[number];
    if (instrument_type !== "FUT" || !underlying) return undefined;
    const expiry = expiriesFrom(underlying, day)[0];
    return expiry && listFuture(underlying, number, expiry);
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
    return keyOf(contract) === this.#newcomer ? { ...contract, listed: dateOf(this.#startDay) } : contract;
  }
}

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
