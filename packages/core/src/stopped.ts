import type { KiteError } from "./errors.ts";
import { failure } from "./failure.ts";
import type { Plan } from "./request.ts";
import { OutOfTime } from "./signal.ts";

/** Makes the error for a call that was aborted or ran out of time. `reason` is what its signal carries. */
export function stopped(
  plan: Plan,
  reason: unknown,
  stage: "before-sending" | "after-sending",
  passing = false,
): KiteError {
  const ranOut = reason instanceof OutOfTime;
  const what = ranOut ? `no complete answer within ${reason.milliseconds} ms` : "aborted by the caller";
  const unsent = stage === "before-sending";
  return failure(plan, {
    code: ranOut ? "Timeout" : "Aborted",
    message: unsent ? `${what}; nothing was sent` : what,
    outcome: unsent ? "not-sent" : "unknown",
    passing,
    ...(!ranOut && { cause: reason }),
  });
}
