import { isKiteError, type KiteError } from "../errors.ts";
import type { Plan, Send, WireResponse } from "../request.ts";
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

export type RetrySettings = Required<RetryOptions>;

/** True for a failure that passes, with a wait that is not too long. */
export const isRepeatable = (error: unknown, { maxRetryAfter }: RetrySettings): error is KiteError =>
  isKiteError(error) && error.retryable && (error.retryAfter ?? 0) <= maxRetryAfter;

/** Goes on after a first attempt that failed with `firstError`: waits, tries again, and gives up with the last error. */
export async function repeat(
  next: Send,
  plan: Plan,
  firstError: KiteError,
  settings: RetrySettings,
  count: () => void,
): Promise<WireResponse> {
  const attempt = (number: number): Promise<WireResponse> => {
    // The first attempt has been made already; handing its error in makes the library do the waiting.
    if (number === 1) return Promise.reject(firstError);
    count();
    return next(plan);
  };
  // Loaded after a first failure only: most programs never get here. A page that has lost its network cannot load it either,
  // and the failure stands.
  const { default: pRetry } = await import("p-retry").catch(() => {
    throw firstError;
  });
  try {
    return await pRetry(attempt, {
      retries: settings.maxRetries,
      factor: settings.exponentialBackoff ? 2 : 1,
      minTimeout: settings.baseDelay,
      maxTimeout: settings.maxDelay,
      randomize: true,
      shouldRetry: ({ error }) => isRepeatable(error, settings),
      onFailedAttempt: ({ error, retriesLeft }) => {
        const { retryAfter } = error as KiteError;
        if (retryAfter && retriesLeft > 0 && isRepeatable(error, settings)) return pause(retryAfter, plan.signal);
      },
      ...(plan.signal && { signal: plan.signal }),
    });
  } catch (error) {
    throw isKiteError(error) ? error : stopped(plan, error, "after-sending");
  }
}
