/** What the walk needs to know of an instrument that somebody looks at. */
interface WalkingInstrument {
  /** `NSE:INFY` */
  readonly key: string;
  /** Rupees; the price goes in steps of this. */
  readonly tick_size: number;
  /** Rupees, now. */
  readonly last_price: number;
}

/** Steps that a price goes at once, at most, and the part of it that it goes away from where it began. */
const MOST_STEPS = 6;
const FARTHEST = 0.01;

/**
 * Prices that go up and down by a few steps, never far from where they began. The same seed and the same questions give the same
 * prices.
 */
export class LivelyPrices {
  readonly #began = new Map<string, number>();
  #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Gives the next price, rupees; undefined when it stays as it is. */
  next({ key, tick_size, last_price }: WalkingInstrument): number | undefined {
    const began = this.#began.get(key) ?? last_price;
    this.#began.set(key, began);
    // an index has no step
    const step = tick_size > 0 ? tick_size : 0.05;
    // a ten-thousandth is what moves before the eye, whatever the price
    const size = Math.max(step, Math.round((last_price * 0.0001) / step) * step);
    const pull = (began - last_price) / (began * FARTHEST);
    const steps = Math.round((this.#random() * 2 - 1 + pull) * (MOST_STEPS / 2));
    if (steps === 0) return undefined;
    const price = Math.round((last_price + steps * size) / step) * step;
    return price > 0 ? Math.round(price * 10_000) / 10_000 : undefined;
  }

  /** A number from 0 up to 1. */
  #random(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#seed / 2 ** 32;
  }
}
