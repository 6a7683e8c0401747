import type { KiteError } from "./errors.ts";
import { failure } from "./failure.ts";
import { isWrite, type Plan } from "./request.ts";
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
  const advice = isWrite(plan) ? "; it may have taken effect: look before sending again" : "";
  return failure(plan, {
    code: ranOut ? "Timeout" : "Aborted",
    message: what + (unsent ? "; nothing was sent" : advice),
    outcome: unsent ? "not-sent" : "unknown",
    passing,
    ...(!ranOut && { cause: reason }),
  });
}
