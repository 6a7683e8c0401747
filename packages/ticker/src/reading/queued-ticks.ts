import type { Instrumented, TickBuffer } from "./tick-buffer.ts";

/** Keeps ticks in order, the newest `limit` of them. */
export class QueuedTicks<T extends Instrumented> implements TickBuffer<T> {
  dropped = 0;
  readonly #limit: number;
  #ticks: (T | undefined)[] = [];
  /** Index of the oldest tick; what is before it was taken. */
  #first = 0;

  constructor(limit: number = Number.POSITIVE_INFINITY) {
    this.#limit = limit;
  }

  get waiting(): number {
    return this.#ticks.length - this.#first;
  }

  push(tick: T): void {
    if (this.waiting === this.#limit) {
      this.take();
      this.dropped += 1;
    }
    this.#ticks.push(tick);
  }

  take(): T | undefined {
    const tick = this.#ticks[this.#first];
    if (!tick) return undefined;
    this.#ticks[this.#first] = undefined;
    this.#first += 1;
    // Moving the rest to the front only when half is empty makes a take cheap on average, however long the queue.
    if (this.#first * 2 > this.#ticks.length + 64) {
      this.#ticks = this.#ticks.slice(this.#first);
      this.#first = 0;
    }
    return tick;
  }

  clear(): void {
    this.dropped += this.waiting;
    this.#ticks = [];
    this.#first = 0;
  }
}
