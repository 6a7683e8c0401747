import type { SimulatorApp } from "./apps.ts";
import type { ClockSettings } from "./clock.ts";
import type { FaultRule } from "./faults/rule.ts";
import type { RateLimits } from "./limits/rate-limits.ts";
import { checkSelection, type MarketSelection } from "./market/selection.ts";
import { checkSpecialSessions, type SpecialSession } from "./market/special-session.ts";
import type { Recording } from "./recording/read-recording.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { SimulatorState } from "./state/simulator-state.ts";
import type { StreamOptions } from "./stream/stream-options.ts";
import type { MarketHours } from "./trading/opening-hours.ts";
import type { SimulatorUser } from "./users.ts";

/** How the simulated exchange is set up. Everything has a default. */
export interface SimulatorOptions {
  /** Prices, quantities and tokens follow from this number: same seed and clock, same bytes. Default 1. */
  readonly seed?: number;
  /** The time, in epoch milliseconds, or how a clock of its own is to run. Default `Date.now`. */
  readonly clock?: (() => number) | ClockSettings;
  /**
   * What is listed: `all`, some 2500 instruments; `small`, a hundred of them; or the instruments of these keys, such as
   * `NSE:INFY`, and nothing else. Holdings, positions and orders in anything else are left out. Default `all`.
   */
  readonly market?: MarketSelection;
  /** Trading on days or at hours that the calendar does not have, such as the evening of Diwali. Default: none. */
  readonly specialSessions?: readonly SpecialSession[];
  /** Key of the one registered app: letters, digits, `-` and `_`. Default `simulator-api-key`. */
  readonly apiKey?: string;
  /** Secret of that app. Default `simulator-api-secret`; there is nothing behind it that needs a real one. */
  readonly apiSecret?: string;
  /** Where the login page sends the browser; http or https. Default: a page of the simulator that shows the token. */
  readonly redirectUrl?: string;
  /** Other apps that users can sign in to, with tokens of their own. Default: none. */
  readonly apps?: readonly SimulatorApp[];
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
  /** What the app has paid for: `connect` has everything, `personal` no quotes, no candles and no stream. Default `connect`. */
  readonly plan?: "connect" | "personal";
  /** Milliseconds of the clock for which a new order is on its way to the exchange. Default 0. */
  readonly orderDelayMs?: number;
  /** Where an order ends that nobody can pay for: in the `answer` (400), or in the `book`, as REJECTED. Default `answer`. */
  readonly insufficientFunds?: "answer" | "book";
  /** What becomes of orders and SIPs for mutual funds: `accept` them, or `refuse` as the real API does. Default `accept`. */
  readonly mutualFundOrders?: "accept" | "refuse";
  /** Where order updates are posted; http or https. Default: nowhere. */
  readonly postbackUrl?: string;
  /**
   * Plays a recording, or the file of one, in place of a market made up from the seed: its instruments and prices, from
   * where it begins. Users have money alone then.
   */
  readonly replay?: Recording | string;
  /** What `simulator.save()` has returned: users, money, orders and clock are those of that moment. Default: a new exchange. */
  readonly state?: SimulatorState;
  /** Hears of every request when it is done, as `requests` lists it. */
  readonly onRequest?: (request: ReceivedRequest) => void;
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
  const { seed, latencyMs, orderDelayMs, users } = options;
  if (seed !== undefined && !Number.isFinite(seed)) throw new TypeError(`seed: expected a number, got ${seed}`);
  checkSelection(options.market ?? "all");
  checkSpecialSessions(options.specialSessions ?? []);
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
