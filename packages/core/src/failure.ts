import { KiteError, type KiteErrorDetails } from "./errors.ts";
import { isIdempotent, isWrite, type Plan } from "./request.ts";

/** What went wrong with a plan on its way or at the server. */
export interface Failure extends Omit<KiteErrorDetails, "endpoint" | "retryable"> {
  /** The reason may be gone at another try. */
  readonly passing?: boolean | undefined;
}

/**
 * Makes the error of a plan that was on its way. The one place that decides who may try again: a read that failed for a passing
 * reason, and whatever was never sent. A failed write is `unknown` unless more is known, and says what that means.
 */
export function failure(plan: Plan, { passing = false, outcome = "unknown", message, ...details }: Failure): KiteError {
  const isInDoubt = isWrite(plan) && outcome === "unknown";
  return new KiteError({
    ...details,
    message: isInDoubt ? `${message}; it may have taken effect: look before sending again` : message,
    endpoint: plan.endpoint,
    retryable: passing && (isIdempotent(plan) || outcome === "not-sent"),
    outcome: isWrite(plan) ? outcome : undefined,
  });
}
