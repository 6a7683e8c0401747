/** The simulator's idea of the time: a source that can be moved. */
export class Clock {
  readonly #source: () => number;
  #offset = 0;

  /** @param source - Epoch milliseconds; `Date.now` or a clock of a test. */
  constructor(source: () => number = Date.now) {
    this.#source = source;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#source() + this.#offset;
  }

  /** Makes `now()` answer `at` (epoch ms); time runs on from there as fast as the source does. */
  set(at: number): void {
    this.#offset = at - this.#source();
  }
}
