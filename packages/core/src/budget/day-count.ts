const dayLength = 86_400_000;
/** India is five and a half hours ahead of UTC all year. */
const istOffset = 19_800_000;

/** Counts calls from midnight to midnight IST. */
export class DayCount {
  readonly #limit: number;
  #day = -1;
  #used = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Calls left today. */
  left(): number {
    const day = Math.floor((Date.now() + istOffset) / dayLength);
    // Forward only: a clock that is set back over midnight must not forget a day's calls.
    if (day > this.#day) {
      this.#day = day;
      this.#used = 0;
    }
    return this.#limit - this.#used;
  }

  take(count: number): void {
    this.left();
    this.#used += count;
  }
}

/** Milliseconds until the day changes in India. */
export const untilNextDay = (): number => dayLength - ((Date.now() + istOffset) % dayLength);
