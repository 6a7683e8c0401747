/** Counts what happened lately. Moments are epoch ms and never run backwards, unless the clock is put back. */
export class SlidingWindow {
  /** How long something counts. */
  readonly ms: number;
  #moments: number[] = [];
  #first = 0;

  /** @param ms - How long something counts: what is exactly as old counts no more. */
  constructor(ms: number) {
    this.ms = ms;
  }

  /** How much happened within the window that ends at `now`. */
  count(now: number): number {
    const moments = this.#moments;
    // after a clock was put back, what is in its future has not happened
    if ((moments.at(-1) ?? now) > now) this.#forget(moments.length);
    while (this.#first < moments.length && (moments[this.#first] ?? now) <= now - this.ms) this.#first += 1;
    // leaving the old ones in place for a while spares moving the rest every time
    if (this.#first > 1000 && this.#first * 2 > moments.length) this.#forget(this.#first);
    return this.#moments.length - this.#first;
  }

  add(now: number): void {
    this.#moments.push(now);
  }

  /** What still counts, the earliest first. */
  get moments(): readonly number[] {
    return this.#moments.slice(this.#first);
  }

  #forget(count: number): void {
    this.#moments = this.#moments.slice(count);
    this.#first = 0;
  }
}
