import { invalidInput } from "../input.ts";
import { isIdempotent, type Layer } from "../request.ts";
import { isRepeatable, type RetryOptions, type RetrySettings, repeat } from "./repeat.ts";

/**
 * Repeats reads that failed for a passing reason: no connection, a time-out, 429, 5xx, a body that is not what was due.
 * A write is never repeated, whatever happened to it.
 */
export function retry(options: RetryOptions = {}): Layer {
  const settings = checked(options);
  return (next, { stats }) =>
    async (plan) => {
      try {
        return await next(plan);
      } catch (error) {
        if (!isIdempotent(plan) || !isRepeatable(error, settings)) throw error;
        return repeat(next, plan, error, settings, () => stats.add(plan.bucket, "retries"));
      }
    };
}

function checked(options: RetryOptions): RetrySettings {
  const settings = {
    maxRetries: 3,
    baseDelay: 200,
    maxDelay: 5_000,
    exponentialBackoff: true,
    maxRetryAfter: 60_000,
    ...options,
  };
  for (const [name, value] of Object.entries(settings)) {
    // NaN and negative numbers fail this, true and false pass.
    if (!(Number(value) >= 0)) throw invalidInput(name, `must be a number of at least 0, got ${value}`, "retry");
  }
  return settings;
}
