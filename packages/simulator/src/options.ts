import type { SimulatorUser } from "./users.ts";

/** How the simulated exchange is set up. Everything has a default. */
export interface SimulatorOptions {
  /** Prices, quantities and tokens follow from this number: same seed and clock, same bytes. Default 1. */
  readonly seed?: number;
  /** The time, in epoch milliseconds. Default `Date.now`. */
  readonly clock?: () => number;
  /** Key of the one registered app: letters, digits, `-` and `_`. Default `simulator-api-key`. */
  readonly apiKey?: string;
  /** Secret of that app. Default `simulator-api-secret`; there is nothing behind it that needs a real one. */
  readonly apiSecret?: string;
  /** Where the login page sends the browser; http or https. Default: a page of the simulator that shows the token. */
  readonly redirectUrl?: string;
  /** Milliseconds by which every answer is held back, so that loading states can be seen. Default 0. */
  readonly latencyMs?: number;
  /** Who can sign in; the first one is the default of `login()`. Default: a trader, a new customer, a platform's customer. */
  readonly users?: readonly SimulatorUser[];
}

/** Where the simulator listens, besides how it is set up. */
export interface StartOptions extends SimulatorOptions {
  /** Address to listen on. Default 127.0.0.1, which nothing outside this machine can reach. */
  readonly host?: string;
  /** Port to listen on. Default 0: a free one. */
  readonly port?: number;
}

/** @throws {TypeError} for a value the simulator cannot work with. */
export function checkOptions({ seed, apiKey, apiSecret, latencyMs, users }: SimulatorOptions): void {
  if (seed !== undefined && !Number.isFinite(seed)) throw new TypeError(`seed: expected a number, got ${seed}`);
  if (apiKey !== undefined && !/^[\w-]+$/.test(apiKey)) {
    throw new TypeError("apiKey: expected letters, digits, - and _");
  }
  if (apiSecret === "") throw new TypeError("apiSecret: expected a text");
  if (latencyMs !== undefined && !(latencyMs >= 0 && Number.isFinite(latencyMs))) {
    throw new TypeError(`latencyMs: expected milliseconds from 0, got ${latencyMs}`);
  }
  if (users) checkUsers(users);
}

function checkUsers(users: readonly SimulatorUser[]): void {
  if (users.length === 0) throw new TypeError("users: expected at least one");
  if (new Set(users.map(({ user_id }) => user_id)).size < users.length) {
    throw new TypeError("users: two of them have the same user_id");
  }
}

/** @throws {TypeError} unless the text is an absolute http or https URL. */
export function checkRedirectUrl(text: string): URL {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new TypeError(`redirectUrl: expected an http or https URL, got ${JSON.stringify(text)}`);
  }
  return new URL(text);
}
