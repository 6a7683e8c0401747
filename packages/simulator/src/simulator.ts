import { createApp } from "./app.ts";
import type { ClockLine } from "./clock.ts";
import { createExchange } from "./exchange.ts";
import type { FaultRule, InjectedFault } from "./faults/rule.ts";
import { SimulatorHandle } from "./handle.ts";
import type { OrderArrivals } from "./limits/arrivals.ts";
import type { Moment } from "./moment.ts";
import type { SimulatorOptions } from "./options.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { SimulatorState } from "./state/simulator-state.ts";
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

/** Who signs in, and where. */
export interface LoginChoice {
  /** Default: the first user. */
  readonly user_id?: string;
  /** Default: the first app. */
  readonly apiKey?: string;
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
   * @returns the token to exchange within five minutes of the simulator's clock.
   * @throws {TypeError} when there is no such user, or no such app.
   */
  login(who?: LoginChoice): Promise<{ readonly request_token: string }>;
  /**
   * Answers a request inside this process; a stand-in for the global `fetch`. The path alone decides, whatever the host.
   * Redirects are handed back, not followed, and answers are never compressed. Rejects when the request's signal aborts, and
   * with `TypeError: fetch failed` when a fault cuts the connection.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Kills every token at once, as a master logout would: request, access and refresh tokens. */
  expireSessions(): void;
  /**
   * Moves the clock on, and lets everything happen in between, in its order and with its own time: prices move, orders are
   * filled, triggered and withdrawn, GTTs and alerts fire, markets open and close, intraday positions are closed, nights
   * pass, tokens die at 06:00 IST. Postbacks and messages leave as if the time had passed by itself.
   *
   * @param span - Milliseconds; a text like `30s`, `5m`, `2h`, `1d` or `1h30m`; or a time of day like `09:15`, up to which
   * the clock moves.
   * @throws {TypeError} for anything else, before anything has changed.
   */
  advance(span: number | string): void;
  /**
   * Puts the clock to another time, forwards or back; from there it runs on. What has its hour in between happens, openings,
   * closes and nights included; prices in between are not looked at, so that nothing fires on the way. Access tokens die
   * at 06:00 IST.
   *
   * @param moment - A date, epoch milliseconds, or Indian time as a text like `2026-03-02 09:15`.
   * @throws {TypeError} when it is no valid date.
   */
  setTime(moment: Moment): void;
  /**
   * Everything the exchange knows at this moment, as a plain value that survives JSON: accounts with their orders, trades,
   * positions, money, funds, GTTs and alerts; tokens, ids, prices set by hand, the clock, rules and dice of faults. Not
   * what it remembers of requests, and no options. It holds tokens, which open nothing but a simulator.
   */
  save(): SimulatorState;
  /**
   * Goes back to what was saved, here or in another process: the same requests get the same answers from there on. Options
   * stay as they are, and so does the pace of the clock. Sockets whose token is not among the saved ones are cut.
   *
   * @throws {TypeError} for what is no saved state, or was saved with another seed, before anything has changed.
   */
  restore(state: SimulatorState): void;
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
