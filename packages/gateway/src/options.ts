import { type Environment, invalidInput, requireCredential, type Transport } from "@kite/core";
import { isCanonicalPath } from "./http/path.ts";
import { isPathOfSite } from "./login/return-to.ts";
import type { OrderGuard } from "./proxy/guards.ts";
import { type AllowList, domains } from "./routes/allow.ts";
import type { SessionStore } from "./session/store.ts";
import type { GatewayEvent } from "./stats.ts";

export interface GatewayOptions {
  /** Of your app, from developers.kite.trade. Never reaches a browser, but for the login page's address. */
  readonly apiKey: string;
  /** Stays on this server. */
  readonly apiSecret: string;
  readonly sessions: {
    /** At least 32 random characters, the same on all servers. A list to change it: the first seals, all of them open. */
    readonly secret: string | readonly string[];
    /** Makes "log out everywhere" possible. Default: none. */
    readonly store?: SessionStore | undefined;
  };
  /** What browsers may do. Default: read everything, change nothing. */
  readonly allow?: AllowList | undefined;
  readonly environment?: Environment | undefined;
  /** Where the gateway is mounted. Default `/kite`; register `<origin>/kite/callback` as your app's redirect URL. */
  readonly path?: string | undefined;
  /** Origin that browsers show, `https://app.example`, where a proxy ends TLS or changes the host. Default: that of each request. */
  readonly origin?: string | undefined;
  /**
   * Path of your page that people are sent to when a login failed, with `?login=cancelled`, `not-started-here`, `refused` or
   * `unreachable`. Default: a plain page of the gateway's own.
   */
  readonly loginFailedPath?: string | undefined;
  /** Refuse orders by rules of your own, before they are sent. */
  readonly guards?: readonly OrderGuard[] | undefined;
  readonly limits?: Partial<GatewayLimits> | undefined;
  /** Hears of each request when it is answered. Nothing in it is secret. */
  readonly onEvent?: ((event: GatewayEvent) => void) | undefined;
  /** Replaces the platform's `fetch` on the way to Kite. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The way of orders alone, which Kite takes from registered addresses: `nodeTransport({ localAddress })` of `@kite/core/node`. */
  readonly orderTransport?: Transport | undefined;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** Times are milliseconds, sizes bytes. */
export interface GatewayLimits {
  /** Largest body of a request. Default 65536. */
  readonly bodyBytes: number;
  /** Longest time for a body to arrive. Default 10000. */
  readonly bodyTime: number;
  /** Longest wait for a place in the account's rate budget; then 429. Default 10000. */
  readonly waiting: number;
  /** Most requests of an account that wait for a place; the next gets 429 at once. Default 100. */
  readonly queue: number;
  /** Longest time for Kite's answer; then 504. Instrument dumps get six times that. Default 10000. */
  readonly upstream: number;
  /** Open streams of an account. Default 50. */
  readonly tabs: number;
  /** Instruments of one tab. Default 1000. */
  readonly instruments: number;
  /** Largest message of a tab. Default 65536. */
  readonly messageBytes: number;
  /** What a tab may leave unread before its ticks are conflated. At four times that it is cut off. Default 262144. */
  readonly unreadBytes: number;
}

/** Options with every default filled in. */
export interface ResolvedOptions
  extends Omit<GatewayOptions, "sessions" | "allow" | "path" | "limits" | "guards" | "now"> {
  readonly secrets: readonly string[];
  readonly store: SessionStore | undefined;
  readonly allow: AllowList;
  readonly path: string;
  readonly limits: GatewayLimits;
  readonly guards: readonly OrderGuard[];
  readonly now: () => number;
}

const usual: GatewayLimits = {
  bodyBytes: 65_536,
  bodyTime: 10_000,
  waiting: 10_000,
  queue: 100,
  upstream: 10_000,
  tabs: 50,
  instruments: 1_000,
  messageBytes: 65_536,
  unreadBytes: 262_144,
};

const known =
  /^(apiKey|apiSecret|sessions|allow|environment|path|origin|loginFailedPath|guards|limits|onEvent|fetch|orderTransport|now)$/;

const wrong = (field: string, problem: string) => invalidInput(field, problem, "createGateway");

/** Checks options and fills in the defaults. Throws `InvalidInput` with the name of the option, never with a secret. */
export function resolveOptions(options: GatewayOptions): ResolvedOptions {
  requireKnown("", options, (name) => known.test(name));
  const { sessions, allow = {}, path = "/kite", origin, limits = {}, guards = [], now = Date.now, ...rest } = options;
  requireCredential("apiKey", options.apiKey);
  requireCredential("apiSecret", options.apiSecret);
  // A misspelt domain would be read-only where nothing was meant, or the other way round.
  requireKnown("allow.", allow, (name) => name === "stream" || domains.some((domain) => domain === name));
  requireKnown("limits.", limits, (name) => name in usual);
  for (const [name, value] of Object.entries(allow)) {
    if (typeof value === "boolean" || (value === "read" && name !== "stream")) continue;
    throw wrong(`allow.${name}`, name === "stream" ? "must be true or false" : 'must be true, "read" or false');
  }
  for (const [name, value] of Object.entries(limits)) {
    if (!(Number.isSafeInteger(value) && value >= 1))
      throw wrong(`limits.${name}`, "must be a whole number of at least 1");
  }
  if (!isCanonicalPath(path)) throw wrong("path", "must be a path like /kite");
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).origin === origin)) {
    throw wrong("origin", "must be an origin like https://app.example, without a path");
  }
  if (rest.loginFailedPath !== undefined && !isPathOfSite(rest.loginFailedPath, "http://any.invalid")) {
    throw wrong("loginFailedPath", "must be a path of your site, such as /welcome");
  }
  return {
    ...rest,
    ...{ origin, allow, path, guards, now },
    secrets: checkedSecrets(sessions?.secret),
    store: sessions?.store,
    limits: { ...usual, ...limits },
  };
}

function checkedSecrets(secret: unknown): readonly string[] {
  const secrets = Array.isArray(secret) ? secret : [secret];
  if (secrets.length > 0 && secrets.every((text) => typeof text === "string" && text.length >= 32)) return secrets;
  throw wrong("sessions.secret", "must have at least 32 random characters: openssl rand -base64 32");
}

function requireKnown(prefix: string, given: object, isKnown: (name: string) => boolean): void {
  const stranger = Object.keys(given).find((name) => !isKnown(name));
  if (stranger !== undefined) throw wrong(prefix + stranger, "is no option of a gateway");
}
