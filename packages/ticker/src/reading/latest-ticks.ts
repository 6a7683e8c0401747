import type { Instrumented, TickBuffer } from "./tick-buffer.ts";

/**
 * Keeps the newest tick of each instrument. A tick takes the place of the one that it replaces, so a busy instrument does not hold
 * up a quiet one.
 */
export class LatestTicks<T extends Instrumented> implements TickBuffer<T> {
  dropped = 0;
  readonly #newest = new Map<number, T>();

  get waiting(): number {
    return this.#newest.size;
  }

  push(tick: T): void {
    if (this.#newest.has(tick.instrument_token)) this.dropped += 1;
    this.#newest.set(tick.instrument_token, tick);
  }

  take(): T | undefined {
    for (const [token, tick] of this.#newest) {
      this.#newest.delete(token);
      return tick;
    }
    return undefined;
  }

  clear(): void {
    this.dropped += this.#newest.size;
    this.#newest.clear();
  }
}
