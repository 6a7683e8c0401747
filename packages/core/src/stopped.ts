import { KiteError, type Outcome } from "./errors.ts";
import { isWrite, type Plan } from "./request.ts";
import { OutOfTime } from "./signal.ts";

/** Where a call stood when it was stopped. */
export type Stage = "before-sending" | "after-sending";

/** Makes the error for a call that was aborted or ran out of time. `reason` is what its signal carries. */
export function stopped(plan: Plan, reason: unknown, stage: Stage, retryable = false): KiteError {
  const ranOut = reason instanceof OutOfTime;
  const outcome: Outcome | undefined = isWrite(plan) ? (stage === "after-sending" ? "unknown" : "not-sent") : undefined;
  const what = ranOut ? `no complete answer within ${reason.milliseconds} ms` : "aborted by the caller";
  const when = stage === "before-sending" ? `${what}; nothing was sent` : what;
  return new KiteError({
    code: ranOut ? "Timeout" : "Aborted",
    endpoint: plan.endpoint,
    message: outcome === "unknown" ? `${when}; it may have taken effect, so look before sending it again` : when,
    outcome,
    retryable,
    cause: ranOut ? undefined : reason,
  });
}
