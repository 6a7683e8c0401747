import type { Reason } from "../ticker-api.ts";

/** Waits between tries, milliseconds. */
export interface Backoff {
  /** Longest wait before the second try; it doubles with each failure. */
  readonly first: number;
  readonly longest: number;
}

/** The server counts connections for a while after they are gone, and holds repeated attempts against the app. */
const limit: Backoff = { first: 30_000, longest: 300_000 };

/**
 * How long to wait after the `failures`-th failure in a row, in milliseconds. Any moment up to the longest wait is as likely as
 * any other, so that many programs do not come back in step.
 */
export function waitAfter(
  { reason, retryAfter = 0 }: { readonly reason: Reason; readonly retryAfter?: number | undefined },
  failures: number,
  backoff: Backoff,
  random: () => number,
): number {
  if (reason === "limit") return Math.max(retryAfter, longestWait(limit, failures) * (0.5 + random() / 2));
  return Math.max(retryAfter, longestWait(backoff, failures) * random());
}

const longestWait = ({ first, longest }: Backoff, failures: number): number =>
  Math.min(longest, first * 2 ** (failures - 1));
