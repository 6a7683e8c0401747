import type { Minute, Trades } from "./trades.ts";

/**
 * A session summed up to now. It goes along with the clock, minute by minute, so that a quote costs the same at the end
 * of the day as at its beginning. Prices are paise.
 */
export class DaySoFar {
  readonly #begin: () => Trades;
  #trades!: Trades;
  /** Latest moment it was asked about, epoch ms. */
  #reached!: number;
  /** The minute with the latest trade. */
  latest: Minute | undefined;
  open!: number;
  high!: number;
  low!: number;
  volume!: number;
  /** Sum of price times quantity over all trades. */
  value!: number;
  highestInterest!: number;
  lowestInterest!: number;

  /** @param begin - Gives the trades of the session from its first minute on. */
  constructor(begin: () => Trades) {
    this.#begin = begin;
    this.#restart();
  }

  /** Open interest at the latest trade, or when the session began. */
  get interest(): number {
    return this.latest?.oi ?? this.#trades.interestAtOpen;
  }

  /** Level of what the instrument follows at the end of the session before; paise, with fractions. */
  get reference(): number {
    return this.#trades.reference;
  }

  /** Takes in what has traded up to a moment (epoch ms), the running minute included. */
  goTo(now: number): this {
    // a clock that was put back
    if (now < this.#reached) this.#restart();
    this.#reached = now;
    while (this.#trades.nextAt <= now) {
      const minute = this.#trades.next();
      if (minute) this.#add(minute);
    }
    return this;
  }

  #add(minute: Minute): void {
    const { open, high, low, close, volume, oi } = minute;
    if (!this.latest) this.open = open;
    this.latest = minute;
    this.high = Math.max(this.high, high);
    this.low = Math.min(this.low, low);
    this.volume += volume;
    this.value += ((open + high + low + close) / 4) * volume;
    this.highestInterest = Math.max(this.highestInterest, oi);
    this.lowestInterest = Math.min(this.lowestInterest, oi);
  }

  #restart(): void {
    this.#trades = this.#begin();
    this.#reached = Number.NEGATIVE_INFINITY;
    this.latest = undefined;
    this.open = 0;
    this.high = 0;
    this.low = Number.POSITIVE_INFINITY;
    this.volume = 0;
    this.value = 0;
    this.highestInterest = this.#trades.interestAtOpen;
    this.lowestInterest = this.#trades.interestAtOpen;
  }
}
