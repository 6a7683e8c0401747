import { checkUrl } from "./check-url.ts";
import type { Postbacks } from "./trading/postbacks.ts";

/** An app that is registered with the exchange, besides the first one. */
export interface SimulatorApp {
  /** Letters, digits, `-` and `_`. */
  readonly apiKey: string;
  /** Never put a real one here. */
  readonly apiSecret: string;
  /** Where the login page sends the browser; http or https. Default: a page of the simulator that shows the token. */
  readonly redirectUrl?: string;
  /** Where updates of the orders are posted that come from this app; http or https. Default: nowhere. */
  readonly postbackUrl?: string;
}

/** An app as the exchange knows it. */
export interface RegisteredApp {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** As messages about orders name it. */
  readonly app_id: number;
  /** Undefined stands for the simulator's own page. */
  redirectUrl: string | undefined;
  readonly postbacks: Postbacks;
}

/** Number of the first app; the others count on from it. */
export const FIRST_APP_ID = 1234;

/** @throws {TypeError} for keys that nobody could send or that come twice, for empty secrets, and for bad URLs. */
export function checkApps(apps: readonly SimulatorApp[]): void {
  for (const { apiKey, apiSecret, postbackUrl, redirectUrl } of apps) {
    if (!/^[\w-]+$/.test(apiKey)) throw new TypeError("apiKey: expected letters, digits, - and _");
    if (!apiSecret) throw new TypeError("apiSecret: expected a text");
    if (redirectUrl !== undefined) checkUrl("redirectUrl", redirectUrl);
    if (postbackUrl !== undefined) checkUrl("postbackUrl", postbackUrl);
  }
  if (new Set(apps.map(({ apiKey }) => apiKey)).size < apps.length) {
    throw new TypeError("apps: two of them have the same apiKey");
  }
}
