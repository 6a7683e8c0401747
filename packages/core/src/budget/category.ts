import type { BudgetLeft, Grant } from "./budget.ts";
import { DayCount } from "./day-count.ts";
import type { RateLimit } from "./limits.ts";
import { SlidingWindow } from "./window.ts";

/** A connection that rested this long has probably been closed; the next request opens one and arrives late. */
const coldAfter = 4_000;
/** Longest time a request over a new connection is taken to be on the way. */
const longestWay = 1_000;

interface Waiter {
  readonly since: number;
  readonly resolve: (grant: Grant | undefined) => void;
}

/** Queue and windows of one category. */
export class Category {
  readonly #second: SlidingWindow;
  readonly #minute: SlidingWindow | undefined;
  readonly #day: DayCount | undefined;
  readonly #queue = new Set<Waiter>();
  #pausedUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(limit: RateLimit, margin: number) {
    this.#second = new SlidingWindow(limit.second, 1_000 + margin);
    this.#minute = limit.minute === undefined ? undefined : new SlidingWindow(limit.minute, 60_000 + margin);
    this.#day = limit.day === undefined ? undefined : new DayCount(limit.day);
  }

  /** Gives a place, or undefined when none is left today. Rejects with the signal's reason. */
  take(signal: AbortSignal | undefined): Promise<Grant | undefined> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#queue.delete(waiter);
        // Nobody waits any more: a timer left behind would keep the process alive.
        if (this.#queue.size === 0) clearTimeout(this.#timer);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        since: performance.now(),
        resolve(grant) {
          signal?.removeEventListener("abort", leave);
          resolve(grant);
        },
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#queue.add(waiter);
      // Behind others there is nothing to look at: the timer, or an answer, serves the queue in order.
      if (this.#queue.size === 1 || this.#day?.left() === 0) this.#serve();
    });
  }

  left(): BudgetLeft {
    return {
      second: this.#second.free(),
      ...(this.#minute && { minute: this.#minute.free() }),
      ...(this.#day && { day: this.#day.left() }),
      waiting: this.#queue.size,
    };
  }

  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + milliseconds);
  }

  #serve(): void {
    clearTimeout(this.#timer);
    for (const waiter of this.#queue) {
      if (this.#day?.left() === 0) {
        this.#queue.delete(waiter);
        waiter.resolve(undefined);
        continue;
      }
      const wait = Math.max(this.#pausedUntil - performance.now(), this.#second.wait(), this.#minute?.wait() ?? 0);
      if (wait > 0) {
        // Infinity: every place is held, and the answer that frees one serves the queue.
        if (wait !== Number.POSITIVE_INFINITY)
          this.#timer = setTimeout(() => this.#serve(), Math.min(wait, 2_147_483_647));
        return;
      }
      this.#queue.delete(waiter);
      waiter.resolve(this.#grant(waiter));
    }
  }

  #grant(waiter: Waiter): Grant {
    const cold = this.#second.restedFor() > coldAfter;
    const place = this.#second.take();
    this.#minute?.take();
    this.#day?.take();
    const waited = performance.now() - waiter.since;
    if (!cold) return { waited, answered: () => {} };
    // The window of a request that must open a connection starts with its answer, which cannot come before it has arrived.
    this.#second.hold(place);
    const release = () => {
      clearTimeout(timer);
      this.#second.release(place);
      this.#serve();
    };
    const timer = setTimeout(release, longestWay);
    return { waited, answered: release };
  }
}
