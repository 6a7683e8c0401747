import { KiteError, type Plan } from "@kite/core";
import type { GuardRules } from "./guard-options.ts";

/** The rule that refused a call: `error.hints[0]` of a `GuardRefused`. */
export type GuardRule =
  | keyof GuardRules
  /** The kill switch. */
  | "stopped"
  /** The order is not in the form that `placeOrder` sends, or the order to change could not be read. */
  | "unreadable";

/** Makes the error for a call that a rule refuses. */
export const refusedBy = (
  plan: Plan,
  rule: GuardRule,
  field: string | undefined,
  problem: string,
  cause?: unknown,
): KiteError =>
  new KiteError({
    code: "GuardRefused",
    endpoint: plan.endpoint,
    field,
    message: `${rule}: ${problem}; nothing was sent`,
    outcome: "not-sent",
    hints: [rule],
    ...(cause !== undefined && { cause }),
  });

/** Writes an amount for a message. */
export const shown = (amount: number): string => amount.toLocaleString("en-IN", { maximumFractionDigits: 4 });
