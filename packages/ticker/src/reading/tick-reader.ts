import { invalidInput } from "@kite/core";
import type { Instrumented, TickBuffer } from "./tick-buffer.ts";

export interface TickReaderOptions {
  /** Ends the loop when it fires; what is waiting is dropped. */
  readonly signal?: AbortSignal | undefined;
  /** Called when the loop starts; what it returns is called once when the loop is over, for whatever reason. */
  readonly start?: (() => () => void) | undefined;
}

interface Waiter<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Ticks for one `for await` loop. `push` never waits: a slow loop costs itself ticks, as its buffer says, and nobody else.
 *
 * The loop ends without an error on `break`, on `return`, on the signal and on `close()`; `close(reason)` makes it throw `reason`.
 * What waits at a close is still read. One reader has one loop: a second one throws `InvalidInput`.
 */
export class TickReader<T extends Instrumented> implements AsyncIterable<T> {
  readonly #buffer: TickBuffer<T>;
  readonly #signal: AbortSignal | undefined;
  readonly #start: (() => () => void) | undefined;
  readonly #waiters: Waiter<T>[] = [];
  #stop: (() => void) | undefined;
  #failure: { readonly reason: unknown } | undefined;
  #reading = false;
  #closed = false;

  constructor(buffer: TickBuffer<T>, { signal, start }: TickReaderOptions = {}) {
    this.#buffer = buffer;
    this.#signal = signal;
    this.#start = start;
    if (signal?.aborted) this.#closed = true;
    else signal?.addEventListener("abort", this.#end, { once: true });
  }

  /** Ticks that the loop did not get because it was slower than the market, or had ended. */
  get dropped(): number {
    return this.#buffer.dropped;
  }

  /** Ticks that the loop has yet to get. */
  get waiting(): number {
    return this.#buffer.waiting;
  }

  /** Hands on a tick; after the end it does nothing. */
  push(tick: T): void {
    if (this.#closed) return;
    this.#buffer.push(tick);
    if (this.#waiters.length) this.#waiters.shift()?.resolve({ done: false, value: this.#buffer.take() as T });
  }

  /** Takes no more ticks. The loop reads what is waiting and then ends; with a reason, by throwing that. */
  close(reason?: unknown): void {
    if (this.#closed) return;
    if (reason !== undefined) this.#failure = { reason };
    this.#release();
    for (const { resolve, reject } of this.#waiters.splice(0)) this.#finish().then(resolve, reject);
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<T, undefined> {
    if (this.#reading) throw invalidInput("ticks", "are read by another loop already; ask for them again instead");
    this.#reading = true;
    if (!this.#closed) {
      this.#stop = this.#start?.();
      // `start` may have ended it already.
      if (this.#closed) this.#stop?.();
    }
    const iterator: AsyncIterableIterator<T, undefined> = {
      next: () => this.#next(),
      return: () => {
        this.#end();
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  #next(): Promise<IteratorResult<T, undefined>> {
    const tick = this.#buffer.take();
    if (tick) return Promise.resolve({ done: false, value: tick });
    if (this.#closed) return this.#finish();
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  /** Ends the loop, the first time with the reason for the close. */
  #finish(): Promise<IteratorResult<T, undefined>> {
    const failure = this.#failure;
    this.#failure = undefined;
    return failure ? Promise.reject(failure.reason) : Promise.resolve({ done: true, value: undefined });
  }

  /** The reader wants no more. */
  readonly #end = (): void => {
    this.#failure = undefined;
    this.close();
    this.#buffer.clear();
  };

  #release(): void {
    this.#closed = true;
    this.#signal?.removeEventListener("abort", this.#end);
    this.#stop?.();
  }
}
