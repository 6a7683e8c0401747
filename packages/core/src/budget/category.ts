import type { Plan } from "../request.ts";
import { DayCount } from "./day-count.ts";
import type { BudgetLeft, Grant } from "./grant.ts";
import type { RateLimit } from "./limits.ts";
import { arrived, SlidingWindow } from "./window.ts";

interface Waiter {
  readonly since: number;
  readonly plan: Plan;
  readonly resolve: (grant: Grant | undefined) => void;
}

const dayCost = ({ dayCost = 1 }: Plan): number => dayCost;

/** Queue and windows of one category. */
export class Category {
  readonly #margin: number;
  /** The second's, and the minute's where there is one. */
  readonly #windows: readonly SlidingWindow[];
  readonly #day: DayCount | undefined;
  readonly #queue = new Set<Waiter>();
  /** Milliseconds of the fastest answer, by endpoint: calls of one kind take about the same time. */
  readonly #fastest = new Map<string, number>();
  #pausedUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ second, minute, day }: RateLimit, margin: number) {
    this.#margin = margin;
    this.#windows = [
      new SlidingWindow(second, 1_000, margin),
      ...(minute === undefined ? [] : [new SlidingWindow(minute, 60_000, margin)]),
    ];
    this.#day = day === undefined ? undefined : new DayCount(day);
  }

  /** Gives a place, or undefined when none is left today. Rejects with the signal's reason. */
  take(plan: Plan): Promise<Grant | undefined> {
    const { signal } = plan;
    if (signal?.aborted) return Promise.reject(signal.reason);
    // Nobody waits until tomorrow, and those who stand in line leave no more of the day than there is.
    if (this.#usesUp(plan)) return Promise.resolve(undefined);
    const now = performance.now();
    if (this.#queue.size === 0 && this.#wait(now) === 0) return Promise.resolve(this.#grant(plan, now, 0));
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#queue.delete(waiter);
        // Nobody waits any more: a timer left behind would keep the process alive.
        if (this.#queue.size === 0) clearTimeout(this.#timer);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        since: now,
        plan,
        resolve(grant) {
          signal?.removeEventListener("abort", leave);
          resolve(grant);
        },
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#queue.add(waiter);
      // Behind others there is nothing to look at: the timer, or an answer, serves the queue in order.
      if (this.#queue.size === 1) this.#serve();
    });
  }

  left(): BudgetLeft {
    const [second, minute] = this.#windows;
    return {
      second: second?.free() ?? 0,
      ...(minute && { minute: minute.free() }),
      ...(this.#day && { day: this.#day.left() }),
      waiting: this.#queue.size,
    };
  }

  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + milliseconds);
  }

  /** True when the day has no room for the call. */
  #usesUp(plan: Plan): boolean {
    return this.#day !== undefined && this.#day.left() < dayCost(plan);
  }

  #serve(): void {
    clearTimeout(this.#timer);
    for (const waiter of this.#queue) {
      const now = performance.now();
      const usedUp = this.#usesUp(waiter.plan);
      const wait = usedUp ? 0 : this.#wait(now);
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#serve(), Math.min(wait, 2_147_483_647));
        return;
      }
      this.#queue.delete(waiter);
      waiter.resolve(usedUp ? undefined : this.#grant(waiter.plan, now, now - waiter.since));
    }
  }

  /** Milliseconds from `now` until a call may leave. */
  #wait(now: number): number {
    let wait = Math.max(0, this.#pausedUntil - now);
    for (const window of this.#windows) wait = Math.max(wait, window.wait(now));
    return wait;
  }

  #grant(plan: Plan, sentAt: number, waited: number): Grant {
    // Unknown at first, so that the calls that open connections, and arrive late by that, count from their answers.
    const fastest = this.#fastest.get(plan.endpoint) ?? 0;
    // Half of the margin is for answers that come a little later than the fastest, the other half for calls that come a little earlier.
    const places = this.#windows.map((window) => window.take(sentAt, fastest + this.#margin / 2));
    let answered = false;
    this.#day?.take(dayCost(plan));
    return {
      waited,
      answered: () => {
        if (answered) return;
        answered = true;
        const now = performance.now();
        const took = now - sentAt;
        // One per cent a call: what was once the fastest is forgotten when the way gets longer for good.
        this.#fastest.set(plan.endpoint, Math.min(took, (this.#fastest.get(plan.endpoint) ?? took) * 1.01));
        for (const place of places) arrived(place, now);
        if (this.#queue.size > 0) this.#serve();
      },
    };
  }
}
