/** Milliseconds that core's budget adds to a window, for requests that overtake each other. */
const margin = 50;

/** The moments of the last calls, to tell when a window has a place again. */
export class Recent {
  readonly #longest: number;
  #moments: number[] = [];

  /** Takes the largest limit that will be asked about. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  add(): void {
    this.#moments.push(performance.now());
    // Cut now and then only: a shift at every call would move the whole list.
    if (this.#moments.length > 2 * this.#longest) this.#moments = this.#moments.slice(-this.#longest);
  }

  /** Milliseconds until fewer than `limit` calls lie in a window of `length`: at least, because a late answer keeps a place for longer. */
  wait(limit: number, length: number): number {
    const oldest = this.#moments.at(-limit);
    return oldest === undefined ? 0 : Math.max(0, oldest + length + margin - performance.now());
  }
}
