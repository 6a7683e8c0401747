import { createApp } from "./app.ts";
import type { ClockLine } from "./clock.ts";
import { createExchange } from "./exchange.ts";
import type { FaultRule, InjectedFault } from "./faults/rule.ts";
import { SimulatorHandle } from "./handle.ts";
import type { OrderArrivals } from "./limits/arrivals.ts";
import type { SimulatorOptions } from "./options.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { SimulatedStream } from "./stream/simulated-stream.ts";
import { Stream } from "./stream/stream.ts";
import type { OrderRow } from "./trading/order-rows.ts";

/** Addresses of the simulator, as `createKite({ environment })` takes them. */
export interface SimulatorEnvironment {
  /** Root of the REST routes. */
  readonly root: string;
  /** Login page, up to and including `?v=3`. */
  readonly login: string;
  /** Root of the stream. Only `startSimulator` has one: without a port nothing answers here. */
  readonly ws: string;
}

/** What goes wrong on purpose. */
export interface SimulatorFaults {
  /** A copy of the rules in force. */
  readonly rules: readonly FaultRule[];
  /** What has gone wrong so far, oldest first; the latest ten thousand. A copy. */
  readonly injected: readonly InjectedFault[];
  /**
   * Replaces all rules. Their dice and counts start anew: same seed, same rules and same requests give the same faults.
   *
   * @throws {TypeError} that names the place, before anything has changed.
   */
  set(rules: readonly FaultRule[]): void;
  /** From now on nothing goes wrong. What has been hidden or held back stays so for its time. */
  clear(): void;
}

/** A simulated exchange, and the handles that a person or a test has on it. */
export interface Simulator extends AsyncDisposable {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:54321`. */
  readonly url: string;
  readonly environment: SimulatorEnvironment;
  readonly apiKey: string;
  readonly apiSecret: string;
  /**
   * Where the login page sends the browser. Can be changed at any time.
   *
   * @throws {TypeError} on assignment of anything but an http or https URL.
   */
  redirectUrl: string;
  /** The sockets of the stream, and what can go wrong on them. Without a port there are none. */
  readonly stream: SimulatedStream;
  /** The latest 1000 requests, oldest first. A copy: read it again to see what came since. */
  readonly requests: readonly ReceivedRequest[];
  /** What goes wrong on purpose; nothing unless you say so. */
  readonly faults: SimulatorFaults;
  /** How the clock runs: another process that calls `runClock` with this sees the same time, until `setTime`. */
  readonly clock: ClockLine;
  /**
   * How fast order requests came: placements, modifications and cancellations, refused and lost ones included. Counted
   * when they arrive, by the simulator's clock.
   *
   * @param user_id - Only those of this user's sessions. Default: all, with a session or without.
   */
  arrivals(user_id?: string): OrderArrivals;
  /**
   * Does what a person does on the login page, without a browser.
   *
   * @param who - Default: the first user.
   * @returns the token to exchange within five minutes of the simulator's clock.
   * @throws {TypeError} when there is no such user.
   */
  login(who?: { readonly user_id?: string }): Promise<{ readonly request_token: string }>;
  /**
   * Answers a request inside this process; a stand-in for the global `fetch`. The path alone decides, whatever the host.
   * Redirects are handed back, not followed, and answers are never compressed. Rejects when the request's signal aborts, and
   * with `TypeError: fetch failed` when a fault cuts the connection.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Kills every token at once, as a master logout would: request, access and refresh tokens. */
  expireSessions(): void;
  /**
   * Moves the clock, forwards or back; from there it runs on. Access tokens die at 06:00 IST.
   *
   * @param date - A date, or epoch milliseconds.
   * @throws {TypeError} when it is no valid date.
   */
  setTime(date: Date | number): void;
  /**
   * Makes something trade at a price, from now on and until it is set again. Outside market hours it counts as the last
   * trade of the latest session. A share or an index takes its futures, its options and its other listing along.
   *
   * @param key - Exchange and symbol, e.g. `NSE:INFY`.
   * @throws {TypeError} for something that is not listed, or a price that is no positive multiple of the tick size.
   */
  setPrice(key: string, rupees: number): void;
  /**
   * The order book of a user as `GET /orders` shows it, oldest first. A copy: read it again to see what came since.
   *
   * @param user_id - Default: the first user.
   * @throws {TypeError} when there is no such user.
   */
  orders(user_id?: string): readonly OrderRow[];
  /** Stops listening: idle connections close at once, requests under way get a quarter of a second. Calling it again does nothing more. */
  close(): Promise<void>;
}

/**
 * Makes a simulated exchange that listens nowhere: requests go through `simulator.fetch`.
 *
 * @example
 * const simulator = createSimulator({ seed: 7 });
 * const response = await simulator.fetch("https://api.kite.trade/user/profile"); // 403: nobody is signed in
 *
 * @throws {TypeError} for options that make no sense.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const exchange = createExchange(options);
  return new SimulatorHandle(exchange, createApp(exchange), new Stream(exchange), async () => {});
}
