import type { Clock } from "../clock.ts";
import { dateOf, dayOf } from "./day.ts";
import { type MutualFund, mutualFunds } from "./fund-list.ts";
import { closingLevel } from "./level.ts";
import { sessionBefore } from "./session.ts";

/** Net asset value of a unit. */
export interface NetAssetValue {
  /** Rupees, to four decimals. */
  readonly last_price: number;
  /** Trading day that it is the value of, `yyyy-mm-dd`. */
  readonly last_price_date: string;
}

/** Mutual funds and what a unit of each is worth by the simulator's clock. */
export class MutualFunds {
  readonly #seed: number;
  readonly #clock: Clock;

  constructor(seed: number, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
  }

  list(): readonly MutualFund[] {
    return mutualFunds;
  }

  /** @param isin - The fund's symbol. */
  find(isin: string): MutualFund | undefined {
    return mutualFunds.find(({ tradingsymbol }) => tradingsymbol === isin);
  }

  /** The value of the trading day before today: a day's own is published at night. */
  valueOf({ spot }: MutualFund): NetAssetValue {
    const { day } = sessionBefore(spot.hours, dayOf(this.#clock.now()));
    return { last_price: Math.round(closingLevel(this.#seed, spot, day) * 100) / 10_000, last_price_date: dateOf(day) };
  }
}
