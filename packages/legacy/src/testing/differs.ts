import { test } from "vitest";

/** What is not as in the official client, by the headings of `docs/migration/kept-and-fixed.md`. */
export const differences = [
  "unknown-content-type",
  "cut-body",
  "json-without-data",
  "error-without-type",
  "json-under-another-type",
  "redirects",
  "phantom-row",
  "csv-charset",
  "open-interest-0",
  "arguments",
  "debug-output",
  "token-in-printed-client",
  "times",
  "invalid-dates",
  "real-errors",
  "status-field",
  "session-hook",
  "undefined-in-queries",
  "ids-in-routes",
  "unsigned-logins",
  "login-without-token",
  "logout",
  "unusable-credentials",
  "api-key",
  "retries",
  "rate-budget",
  "user-agent",
  "trigger-range",
  "axios",
  "process-exit",
  "own-sockets",
  "unsigned-quantities",
  "index-change",
  "kept-subscriptions",
  "endless-retries",
  "waits",
  "refused-tokens",
  "heartbeats",
  "order-updates",
  "listeners-that-throw",
  "stream-address",
] as const;

export type Difference = (typeof differences)[number];

/** A test of a documented difference. */
export function differs(id: Difference, claim: string, work: () => void | Promise<void>): void {
  test(`${id}: ${claim}`, work);
}
