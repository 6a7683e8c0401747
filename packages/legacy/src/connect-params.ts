import type { Environment, KiteSettings, SafeLayers } from "@kite/core";
import type { LegacyOptions } from "./calls/legacy-calls.ts";

/** Parameters of the old constructor, and what this one takes besides. */
export type KiteConnectParams = {
  api_key: string;
  access_token?: string | null;
  /** Where REST calls go. Default `https://api.kite.trade`. */
  root?: string;
  /** Without effect, as ever; see `default_login_uri`. */
  login_uri?: string;
  /** Address of the login page, without its query. The old client has it as a field alone. */
  default_login_uri?: string;
  /** Prints a line for each request: method, path, status, time. No token, no body. */
  debug?: boolean;
  /** Milliseconds for one attempt. Default 7000. */
  timeout?: number;
} & LegacyConnectOptions;

/** What the old constructor does not know. */
export interface LegacyConnectOptions extends LegacyOptions {
  /** Repetition of reads that failed for a passing reason; `false` for none, as in the old client. */
  readonly retry?: SafeLayers["retry"];
  /** The account's rate budget; `false` sends at once, as the old client does. */
  readonly rateLimit?: SafeLayers["rateLimit"];
  /** In place of `root`: `"sandbox"`, or a simulator's addresses. */
  readonly environment?: Environment | undefined;
  readonly fetch?: KiteSettings["fetch"];
  /** In place of `axios.defaults` and `requestInstance`: a proxy, a local address, a connection pool. */
  readonly transport?: KiteSettings["transport"];
  readonly orderTransport?: KiteSettings["orderTransport"];
}
