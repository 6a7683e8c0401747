import { createBudget, type RateBudget } from "../budget/budget.ts";
import { untilNextDay } from "../budget/day-count.ts";
import type { Grant } from "../budget/grant.ts";
import { isKiteError, KiteError } from "../errors.ts";
import type { Layer, Plan } from "../request.ts";
import { stopped } from "../stopped.ts";

export interface RateLimitOptions {
  /** The account's budget, to share it between clients. Default: one of the client's own with the published limits. */
  readonly budget?: RateBudget;
}

/** Milliseconds without requests after an answer of 429 that does not say how long. */
const pauseAfterRefusal = 1_000;

/**
 * Keeps every attempt within the account's rate budget: what has no place waits its turn, first come first served.
 * An answer of 429 holds the whole category back for the time the server asks for.
 */
export function rateLimit(options: RateLimitOptions = {}): Layer {
  return (next, { stats }) => {
    const budget = options.budget ?? createBudget();
    return async (plan) => {
      const bucket = plan.bucket ?? "other";
      let grant: Grant | undefined;
      try {
        grant = await budget.take(plan);
      } catch (reason) {
        throw isKiteError(reason) ? reason : stopped(plan, reason, "before-sending");
      }
      if (!grant) throw dayUsedUp(plan, bucket);
      if (grant.waited > 0) {
        stats.add(bucket, "waits");
        stats.add(bucket, "waitedMs", grant.waited);
      }
      try {
        return await next(plan);
      } catch (error) {
        if (isKiteError(error) && error.status === 429) budget.pause(bucket, error.retryAfter ?? pauseAfterRefusal);
        throw error;
      } finally {
        grant.answered();
      }
    };
  };
}

const dayUsedUp = ({ endpoint }: Plan, bucket: string): KiteError =>
  new KiteError({
    code: "RateLimited",
    endpoint,
    message: `the ${bucket} calls of today are used up, until 00:00 IST`,
    outcome: "not-sent",
    retryAfter: untilNextDay(),
  });
