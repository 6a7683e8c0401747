import type { ClockSettings } from "./clock.ts";
import type { FaultRule } from "./faults/rule.ts";
import type { RateLimits } from "./limits/rate-limits.ts";
import type { StreamOptions } from "./stream/stream-options.ts";
import type { MarketHours } from "./trading/opening-hours.ts";
import type { SimulatorUser } from "./users.ts";

/** How the simulated exchange is set up. Everything has a default. */
export interface SimulatorOptions {
  /** Prices, quantities and tokens follow from this number: same seed and clock, same bytes. Default 1. */
  readonly seed?: number;
  /** The time, in epoch milliseconds, or how a clock of its own is to run. Default `Date.now`. */
  readonly clock?: (() => number) | ClockSettings;
  /** Key of the one registered app: letters, digits, `-` and `_`. Default `simulator-api-key`. */
  readonly apiKey?: string;
  /** Secret of that app. Default `simulator-api-secret`; there is nothing behind it that needs a real one. */
  readonly apiSecret?: string;
  /** Where the login page sends the browser; http or https. Default: a page of the simulator that shows the token. */
  readonly redirectUrl?: string;
  /** Milliseconds by which every answer is held back, so that loading states can be seen. Default 0. */
  readonly latencyMs?: number;
  /** What goes wrong with which requests. Default: nothing. */
  readonly faults?: readonly FaultRule[];
  /** Answers 429 to what is too much: `true` for Kite's own limits, or those that are to differ from them. Default false. */
  readonly rateLimits?: boolean | Partial<RateLimits>;
  /** Who can sign in; the first one is the default of `login()`. Default: a trader, a new customer, a platform's customer. */
  readonly users?: readonly SimulatorUser[];
  /** `always` takes orders at any hour; `real` keeps the hours and holidays of the exchanges. Default `always`. */
  readonly marketHours?: MarketHours;
  /** Addresses from which orders may be placed, modified and cancelled. Default: any. */
  readonly allowedAddresses?: readonly string[];
  /** Milliseconds of the clock for which a new order is on its way to the exchange. Default 0. */
  readonly orderDelayMs?: number;
  /** Where an order ends that nobody can pay for: in the `answer` (400), or in the `book`, as REJECTED. Default `answer`. */
  readonly insufficientFunds?: "answer" | "book";
  /** What becomes of orders and SIPs for mutual funds: `accept` them, or `refuse` as the real API does. Default `accept`. */
  readonly mutualFundOrders?: "accept" | "refuse";
  /** Where order updates are posted; http or https. Default: nowhere. */
  readonly postbackUrl?: string;
}

/** Where the simulator listens and how its stream runs, besides how it is set up. */
export interface StartOptions extends SimulatorOptions, StreamOptions {
  /** Address to listen on. Default 127.0.0.1, which nothing outside this machine can reach. */
  readonly host?: string;
  /** Port to listen on. Default 0: a free one. */
  readonly port?: number;
  /** Whether `/simulator/faults` and its neighbours are there, by which another process directs the simulator. Default true. */
  readonly control?: boolean;
}

/** @throws {TypeError} for a value the simulator cannot work with. */
export function checkOptions(options: SimulatorOptions): void {
  const { seed, apiKey, apiSecret, latencyMs, orderDelayMs, users } = options;
  if (seed !== undefined && !Number.isFinite(seed)) throw new TypeError(`seed: expected a number, got ${seed}`);
  if (apiKey !== undefined && !/^[\w-]+$/.test(apiKey)) {
    throw new TypeError("apiKey: expected letters, digits, - and _");
  }
  if (apiSecret === "") throw new TypeError("apiSecret: expected a text");
  checkMilliseconds("latencyMs", latencyMs);
  checkMilliseconds("orderDelayMs", orderDelayMs);
  if (users) checkUsers(users);
}

function checkMilliseconds(name: string, ms: number | undefined): void {
  if (ms !== undefined && !(ms >= 0 && Number.isFinite(ms))) {
    throw new TypeError(`${name}: expected milliseconds from 0, got ${ms}`);
  }
}

function checkUsers(users: readonly SimulatorUser[]): void {
  if (users.length === 0) throw new TypeError("users: expected at least one");
  if (new Set(users.map(({ user_id }) => user_id)).size < users.length) {
    throw new TypeError("users: two of them have the same user_id");
  }
}

/** @throws {TypeError} unless the text is an absolute http or https URL. */
export function checkUrl(name: "redirectUrl" | "postbackUrl", text: string): URL {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new TypeError(`${name}: expected an http or https URL, got ${JSON.stringify(text)}`);
  }
  return new URL(text);
}
