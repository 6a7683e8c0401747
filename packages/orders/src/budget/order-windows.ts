import type { BudgetLeft, Grant, Plan, RateBudget } from "@kite/core";
import { Recent } from "./recent.ts";

/** Orders in a second and in a minute. */
export interface Windows {
  readonly second: number;
  readonly minute: number;
}

/** A window without a place. */
export interface FullWindow {
  readonly window: keyof Windows | "pause";
  /** Milliseconds until there is one, about. */
  readonly wait: number;
}

interface Waiter {
  readonly plan: Plan;
  readonly since: number;
  readonly resolve: (grant: Promise<Grant | undefined>) => void;
}

const none: Windows = { second: 0, minute: 0 };
/** Milliseconds between two looks at a place that a late answer holds back. */
const glance = 5;

/**
 * The second and the minute, of which exits alone get the last places: an ordinary call waits here, first come first served, until
 * there is one more than those. The budget inside counts.
 */
export class OrderWindows {
  readonly #all: RateBudget;
  readonly #limits: Windows;
  readonly #reserve: Windows;
  readonly #recent: Recent;
  readonly #queue = new Set<Waiter>();
  #pausedUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(all: RateBudget, limits: Windows, reserve: Windows) {
    this.#all = all;
    this.#limits = limits;
    this.#reserve = reserve;
    this.#recent = new Recent(Math.max(limits.second, limits.minute));
  }

  /** Waits for a place. Rejects with the signal's reason. */
  take(plan: Plan, exit: boolean): Promise<Grant | undefined> {
    const { second, minute } = this.#reserve;
    if (exit || (second === 0 && minute === 0)) return this.#leave(plan, 0);
    const { signal } = plan;
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#queue.delete(waiter);
        if (this.#queue.size === 0) clearTimeout(this.#timer);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        plan,
        since: performance.now(),
        resolve(grant) {
          signal?.removeEventListener("abort", abort);
          resolve(grant);
        },
      };
      signal?.addEventListener("abort", abort, { once: true });
      this.#queue.add(waiter);
      if (this.#queue.size === 1) this.#serve();
    });
  }

  /** Tells which window has no place for a call at this moment. */
  full(exit: boolean): FullWindow | undefined {
    const kept = exit ? none : this.#reserve;
    const paused = this.#pausedUntil - performance.now();
    if (paused > 0) return { window: "pause", wait: paused };
    const { second, minute, waiting } = this.#all.left("order");
    const isFull = (window: keyof Windows, length: number): FullWindow => ({
      window,
      wait: this.#recent.wait(this.#limits[window] - kept[window], length) || glance,
    });
    if (minute !== undefined && minute <= kept.minute) return isFull("minute", 60_000);
    return second <= kept.second || waiting > 0 ? isFull("second", 1_000) : undefined;
  }

  left(): BudgetLeft {
    return this.#all.left("order");
  }

  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + milliseconds);
    this.#all.pause("order", milliseconds);
  }

  #serve(): void {
    clearTimeout(this.#timer);
    for (const waiter of this.#queue) {
      const full = this.full(false);
      if (full) {
        this.#timer = setTimeout(() => this.#serve(), Math.min(full.wait, 2_147_483_647));
        return;
      }
      this.#queue.delete(waiter);
      waiter.resolve(this.#leave(waiter.plan, performance.now() - waiter.since));
    }
  }

  /** Takes the place in this very turn where there is one. */
  async #leave(plan: Plan, waited: number): Promise<Grant | undefined> {
    const grant = await this.#all.take(plan);
    this.#recent.add();
    return (
      grant && {
        waited: waited + grant.waited,
        answered: () => {
          grant.answered();
          if (this.#queue.size > 0) this.#serve();
        },
      }
    );
  }
}
