import { invalidInput } from "@kite/core";
import type { ConnectionLimits } from "./connection/connection-host.ts";
import { type Divisors, wrongSegment } from "./decode/segment.ts";
import type { PoolLimits } from "./subscriptions/pool.ts";

/** Settings of a ticker. Times are milliseconds. */
export interface TickerOptions {
  /** Longest silence of an open connection before it counts as dead. The server sends something every few seconds. Default 5000. */
  readonly silence?: number | undefined;
  /** From the start of a try until the handshake is answered. Default 7000. */
  readonly connectTimeout?: number | undefined;
  /** The longest wait before the second try, and before any. Between them it doubles. Default 1000 and 60000. */
  readonly backoff?: { readonly first: number; readonly longest: number } | undefined;
  /** Failures in a row after which the ticker closes itself. Default: it never gives up. */
  readonly maxRetries?: number | undefined;
  /** Connections the server grants an `api_key`; leave some to other programs of yours. Default 3. */
  readonly connections?: number | undefined;
  /** Instruments the server grants a connection. Default 3000. */
  readonly instrumentsPerConnection?: number | undefined;
  /** Keeps the newest tick of each instrument for `latest`. Default true. */
  readonly keepLatest?: boolean | undefined;
  /** Reads the order book after a connection was lost, when somebody listens to `order`. Default true. */
  readonly readMissedOrders?: boolean | undefined;
  /** Whose stream it is. The sandbox needs it, and there it is read from the profile by default. */
  readonly userId?: string | undefined;
  /** Raw price units in a rupee, by segment code, where the usual ones do not fit. */
  readonly divisors?: Divisors | undefined;
  /** Closes the ticker. */
  readonly signal?: AbortSignal | undefined;
  /** Hears of errors while nobody listens to `error`. Default `console.warn`. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** Gives the limits of connections with every default filled in. Throws `InvalidInput` for a number that cannot be meant. */
export function limitsOf({
  silence = 5_000,
  connectTimeout = 7_000,
  backoff = { first: 1_000, longest: 60_000 },
  maxRetries = Number.POSITIVE_INFINITY,
  connections = 3,
  instrumentsPerConnection = 3_000,
  divisors,
}: TickerOptions): ConnectionLimits & Omit<PoolLimits, "linger"> {
  for (const [name, value, whole] of [
    ["silence", silence],
    ["connectTimeout", connectTimeout],
    ["backoff.first", backoff.first],
    ["backoff.longest", backoff.longest],
    ["connections", connections, true],
    ["instrumentsPerConnection", instrumentsPerConnection, true],
  ] as const) {
    if (typeof value === "number" && value > 0 && (!whole || Number.isSafeInteger(value))) continue;
    throw invalidInput(name, `must be a ${whole ? "whole " : ""}number above 0, got ${String(value)}`, "createTicker");
  }
  // Other clients take -1 for "never give up"; here it would give up at once.
  if (!(maxRetries >= 0))
    throw invalidInput("maxRetries", `must be at least 0, got ${String(maxRetries)}`, "createTicker");
  const segment = wrongSegment(divisors);
  if (segment !== undefined) {
    const divisor = String(divisors?.[segment as unknown as number]);
    throw invalidInput(`divisors[${segment}]`, `must be a number above 0, got ${divisor}`, "createTicker");
  }
  return { silence, connectTimeout, backoff, maxRetries, connections, instrumentsPerConnection };
}
