import type { Clock } from "../clock.ts";
import { istDate } from "../ist.ts";
import { Refusal } from "../refusal.ts";
import type { Group } from "./group.ts";
import type { RateLimits } from "./rate-limits.ts";
import { SlidingWindow } from "./sliding-window.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** How much of every limit is used up. */
export interface SavedLimits {
  readonly windows: readonly (readonly [string, number, readonly number[]])[];
  readonly days: readonly (readonly [string, { readonly date: string; readonly count: number }])[];
}

/** Refuses what is too much, by the simulator's clock. What was refused does not count. */
export class Limiter {
  readonly #limits: RateLimits | undefined;
  readonly #clock: Clock;
  readonly #windows = new Map<string, SlidingWindow>();
  readonly #days = new Map<string, { readonly date: string; readonly count: number }>();

  /** @param limits - Undefined lets everything through. */
  constructor(limits: RateLimits | undefined, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /**
   * Lets a request in.
   *
   * @param user_id - Order requests count for their user.
   * @param apiKey - All others count for their app.
   * @throws {Refusal} 429 NetworkException.
   */
  admit(group: Group, user_id = "", apiKey = ""): void {
    if (!this.#limits) return;
    const now = this.#clock.now();
    const second = this.#windowOf(group === "order" ? `order ${user_id}` : `${group} ${apiKey}`, SECOND_MS);
    const minute = group === "order" ? this.#windowOf(`minute ${user_id}`, MINUTE_MS) : undefined;
    if (second.count(now) >= this.#limits[group]) throw new Refusal(429, "NetworkException", "Too many requests");
    if (minute && minute.count(now) >= this.#limits.ordersPerMinute) throw tooManyOrders();
    second.add(now);
    minute?.add(now);
  }

  /**
   * Counts a placement for the day, whatever becomes of it.
   *
   * @param legs - Legs of an iceberg; 1 for everything else.
   * @throws {Refusal} 429 NetworkException.
   */
  admitPlacement(user_id: string, legs: number): void {
    if (!this.#limits) return;
    const date = istDate(this.#clock.now());
    const today = this.#days.get(user_id);
    const count = (today?.date === date ? today.count : 0) + legs;
    if (count > this.#limits.ordersPerDay) throw tooManyOrders();
    this.#days.set(user_id, { date, count });
  }

  save(): SavedLimits {
    return {
      windows: [...this.#windows].map(([name, { ms, moments }]) => [name, ms, moments]),
      days: [...this.#days],
    };
  }

  restore({ windows, days }: SavedLimits): void {
    this.#windows.clear();
    this.#days.clear();
    for (const [name, ms, moments] of windows) {
      const window = this.#windowOf(name, ms);
      for (const moment of moments) window.add(moment);
    }
    for (const [user_id, day] of days) this.#days.set(user_id, day);
  }

  #windowOf(name: string, ms: number): SlidingWindow {
    const known = this.#windows.get(name);
    if (known) return known;
    const fresh = new SlidingWindow(ms);
    this.#windows.set(name, fresh);
    return fresh;
  }
}

const tooManyOrders = (): Refusal => new Refusal(429, "NetworkException", "Maximum allowed order requests exceeded.");
