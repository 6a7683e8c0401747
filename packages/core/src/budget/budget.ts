import { invalidInput } from "../input.ts";
import type { Plan } from "../request.ts";
import { Category } from "./category.ts";
import type { BudgetLeft, Grant } from "./grant.ts";
import { defaultRateLimits, type RateBucket, type RateLimits, rateBuckets } from "./limits.ts";

/** The rate budget of one account. Give the same one to every client of that account. */
export interface RateBudget {
  /**
   * Waits for a place in the plan's `bucket`, first come first served. Gives undefined at once when the day has no room for its
   * `dayCost`. Rejects with the reason of its `signal`, or with a `KiteError` that tells why the call must not be sent.
   */
  take(plan: Plan): Promise<Grant | undefined>;
  /** Tells what is left. */
  left(bucket: RateBucket): BudgetLeft;
  /** Sends nothing of a category for that many milliseconds; for an answer of 429. */
  pause(bucket: RateBucket, milliseconds: number): void;
}

export interface BudgetOptions {
  /** Categories to change; the others keep the published limits. */
  readonly limits?: Partial<RateLimits>;
  /**
   * Milliseconds added to every window, for requests that overtake each other on the way. Default 50: 95 % of the limit is used.
   * What takes longer than that shows in a late answer, and is waited for: up to twenty margins for an answer that does not come.
   */
  readonly margin?: number;
}

/**
 * Makes a budget that keeps every category within its limits as the server counts them: never more than `second` in any
 * 1,000 ms, sliding or calendar; a burst up to the limit goes at once.
 *
 * One process only: two processes that share an account need half of the limits each.
 *
 * @example
 * const budget = createBudget();
 * const reads = createKite({ apiKey, accessToken, rateLimit: { budget } });
 * const writes = createKite({ apiKey, accessToken, rateLimit: { budget } });
 *
 * @see https://kite.trade/docs/connect/v3/exceptions/#api-rate-limit
 */
export function createBudget(options: BudgetOptions = {}): RateBudget {
  const limits = { ...defaultRateLimits, ...options.limits };
  for (const [bucket, limit] of Object.entries(limits)) {
    for (const [window, count] of Object.entries(limit)) {
      if (Number.isSafeInteger(count) && count >= 1) continue;
      throw invalidInput(
        `limits.${bucket}.${window}`,
        `must be a whole number of at least 1, got ${count}`,
        "createBudget",
      );
    }
  }
  const categories = Object.fromEntries(
    rateBuckets.map((bucket) => [bucket, new Category(limits[bucket], options.margin ?? 50)]),
  ) as Record<RateBucket, Category>;
  return {
    take: (plan) => categories[plan.bucket ?? "other"].take(plan),
    left: (bucket) => categories[bucket].left(),
    pause: (bucket, milliseconds) => categories[bucket].pause(milliseconds),
  };
}
