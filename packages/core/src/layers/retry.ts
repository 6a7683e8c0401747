import { isKiteError, type KiteError } from "../errors.ts";
import { invalidInput } from "../input.ts";
import { isIdempotent, type Layer } from "../request.ts";
import { repeat } from "./repeat.ts";

export interface RetryOptions {
  /** Attempts after the first. Default 3. */
  readonly maxRetries?: number;
  /** Milliseconds before the first retry; jitter adds up to as much again. Default 200. */
  readonly baseDelay?: number;
  /** Longest pause in milliseconds. Default 5000. */
  readonly maxDelay?: number;
  /** Doubles the pause each time. Default true. */
  readonly exponentialBackoff?: boolean;
  /** A `Retry-After` above this many milliseconds is not waited for: the error is thrown and carries it. Default 60000. */
  readonly maxRetryAfter?: number;
}

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

export type RetrySettings = Required<RetryOptions>;

/** True for a failure that passes, with a wait that is not too long. */
export const isRepeatable = (error: unknown, { maxRetryAfter }: RetrySettings): error is KiteError =>
  isKiteError(error) && error.retryable && (error.retryAfter ?? 0) <= maxRetryAfter;

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
