import { isKiteError, type KiteError } from "../errors.ts";
import type { Plan, Send, WireResponse } from "../request.ts";
import { pause } from "../signal.ts";
import { stopped } from "../stopped.ts";
import { isRepeatable, type RetrySettings } from "./retry.ts";

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
