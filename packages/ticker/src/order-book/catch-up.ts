import { isKiteError, type KiteClient, type KiteError } from "@kite/core";
import type { Order } from "@kite/models";
import type { Clock } from "../connection/clock.ts";
import { streamError } from "../stream/errors.ts";
import { readBook } from "./read-book.ts";

/** Waits between tries to read the book, ms. */
const first = 2_000;
const longest = 60_000;

export interface CatchUpOptions {
  readonly kite: Pick<KiteClient, "send">;
  readonly clock: Clock;
  /** Gets the book that was read at the beginning: nothing in it is news. */
  readonly onBefore: (book: readonly Order[]) => void;
  /** Gets the book as it was after a connection came back. */
  readonly onBook: (book: readonly Order[]) => void;
  readonly onError: (error: KiteError) => void;
}

/**
 * Reads the order book when updates may have been missed, again and again until it has it.
 *
 * The first book is read when the listening begins, to know later what is news.
 */
export class CatchUp {
  readonly #options: CatchUpOptions;
  readonly #stop = new AbortController();
  #cancelTimer: () => void = () => {};
  #knowsBefore = false;
  #isLate = false;
  #isReading = false;
  #isDue = false;
  #failures = 0;
  readonly #odd = new Set<string>();

  constructor(options: CatchUpOptions) {
    this.#options = options;
  }

  /**
   * Reads the book now, or once more when it is being read: what happened since then is not in that one. `isLate` says that updates
   * may have been missed.
   */
  read(isLate: boolean): void {
    this.#isDue = true;
    this.#isLate ||= isLate;
    if (!this.#isReading) void this.#run();
  }

  close(): void {
    this.#stop.abort();
    this.#cancelTimer();
  }

  async #run(): Promise<void> {
    this.#cancelTimer();
    this.#isReading = true;
    while (this.#isDue && !this.#stop.signal.aborted) {
      this.#isDue = false;
      try {
        const book = await this.#book();
        if (this.#stop.signal.aborted) return;
        this.#failures = 0;
        if (this.#knowsBefore) this.#options.onBook(book);
        else this.#begin(book);
      } catch (error) {
        this.#isReading = false;
        if (!this.#stop.signal.aborted) this.#failed(error);
        return;
      }
    }
    this.#isReading = false;
  }

  #begin(book: readonly Order[]): void {
    this.#knowsBefore = true;
    this.#options.onBefore(book);
    if (!this.#isLate) return;
    const message = "the connection was lost before the order book could be read: order updates may have been missed";
    this.#options.onError(streamError("ConnectionFailed", message));
  }

  async #book(): Promise<readonly Order[]> {
    const plan = {
      endpoint: "ticker",
      method: "GET",
      path: "/orders",
      cacheFor: 0,
      signal: this.#stop.signal,
    } as const;
    const { data } = await this.#options.kite.send(plan);
    const { orders, problems } = readBook(data);
    for (const [field, problem] of problems) this.#tellOnce(field, problem);
    return orders;
  }

  #tellOnce(field: string, problem: string): void {
    if (this.#odd.has(field)) return;
    this.#odd.add(field);
    const message = `the order book is not as documented: ${field}: ${problem}`;
    this.#options.onError(streamError("SchemaMismatch", message));
  }

  #failed(cause: unknown): void {
    this.#failures += 1;
    this.#isDue = true;
    this.#cancelTimer = this.#options.clock.after(Math.min(longest, first * 2 ** (this.#failures - 1)), () =>
      this.#run(),
    );
    // Once is enough to know that updates come late.
    if (this.#failures > 1) return;
    const why = isKiteError(cause) ? cause.message : "unexpectedly";
    const message = `the order book could not be read, missed order updates come when it can: ${why}`;
    this.#options.onError(streamError("ConnectionFailed", message, { cause }));
  }
}
