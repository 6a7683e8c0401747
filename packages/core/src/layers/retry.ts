import { isKiteError, type KiteError } from "../errors.ts";
import { invalidInput } from "../input.ts";
import { isIdempotent, type Layer, type Plan, type Send, type WireResponse } from "../request.ts";
import { pause } from "../signal.ts";
import { stopped } from "../stopped.ts";

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
        if (!isIdempotent(plan) || !isRepeatable(error, settings.maxRetryAfter)) throw error;
        return repeat(next, plan, error, settings, () => stats.add(plan.bucket, "retries"));
      }
    };
}

type Settings = Required<RetryOptions>;

const isRepeatable = (error: unknown, maxRetryAfter: number): error is KiteError =>
  isKiteError(error) && error.retryable && (error.retryAfter ?? 0) <= maxRetryAfter;

async function repeat(
  next: Send,
  plan: Plan,
  firstError: KiteError,
  settings: Settings,
  count: () => void,
): Promise<WireResponse> {
  // Loaded after a first failure only: most programs never get here.
  const { default: pRetry } = await import("p-retry");
  const attempt = (number: number): Promise<WireResponse> => {
    // The first attempt has been made already; handing its error in makes the library do the waiting.
    if (number === 1) return Promise.reject(firstError);
    count();
    return next(plan);
  };
  try {
    return await pRetry(attempt, {
      retries: settings.maxRetries,
      factor: settings.exponentialBackoff ? 2 : 1,
      minTimeout: settings.baseDelay,
      maxTimeout: settings.maxDelay,
      maxRetryTime: Number.POSITIVE_INFINITY,
      randomize: true,
      shouldRetry: ({ error }) => isRepeatable(error, settings.maxRetryAfter),
      onFailedAttempt: ({ error, retriesLeft }) => {
        const { retryAfter } = error as KiteError;
        if (retryAfter && retriesLeft > 0 && retryAfter <= settings.maxRetryAfter)
          return pause(retryAfter, plan.signal);
      },
      ...(plan.signal && { signal: plan.signal }),
    });
  } catch (error) {
    throw isKiteError(error) ? error : stopped(plan, error, "after-sending");
  }
}

function checked(options: RetryOptions): Settings {
  const settings = {
    maxRetries: options.maxRetries ?? 3,
    baseDelay: options.baseDelay ?? 200,
    maxDelay: options.maxDelay ?? 5_000,
    exponentialBackoff: options.exponentialBackoff ?? true,
    maxRetryAfter: options.maxRetryAfter ?? 60_000,
  };
  for (const name of ["maxRetries", "baseDelay", "maxDelay", "maxRetryAfter"] as const) {
    const value = settings[name];
    if (Number.isFinite(value) && value >= 0) continue;
    throw invalidInput(name, `must be a number of at least 0, got ${value}`, "retry");
  }
  return settings;
}
