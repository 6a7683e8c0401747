import {
  type CustomEnvironment,
  type Environment,
  type ResolvedEnvironment,
  resolveEnvironment,
} from "./environment.ts";
import { KiteError } from "./errors.ts";
import { fetchTransport } from "./fetch-transport.ts";
import { http } from "./http.ts";
import { invalidInput, requireCredential } from "./input.ts";
import type { Layer, LayerContext, Plan, Send } from "./request.ts";
import { clean } from "./secrets.ts";
import { Session, type SessionExpiryHook } from "./session.ts";
import { boundSignal } from "./signal.ts";
import { createStats, type KiteStats } from "./stats.ts";
import { stopped } from "./stopped.ts";
import type { Transport } from "./transport.ts";
import { createValidation, type Validation, type ValidationMode } from "./validation.ts";

/** Settings of a client, without the account. */
export interface KiteSettings {
  /** The day's token, from `generateSession`. Leave it out to log in with this client. */
  readonly accessToken?: string | undefined;
  /** Called once when the server refuses a token; may give the next token. */
  readonly onSessionExpired?: SessionExpiryHook | undefined;
  /** Milliseconds for one attempt. Default 7000. */
  readonly timeout?: number | undefined;
  /** Milliseconds for a whole call, waiting and retries included. Default: no limit. */
  readonly deadline?: number | undefined;
  /** What happens when an answer does not match its documented shape. Default `warn`: report it once, hand the value on. */
  readonly validate?: ValidationMode | undefined;
  /** Hears of answers that do not match, and of a failing `onSessionExpired`. Default `console.warn`. */
  readonly onWarning?: ((message: string) => void) | undefined;
  /** Replaces the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Replaces fetch altogether, e.g. by `nodeTransport()` of `@kite/core/node`. */
  readonly transport?: Transport | undefined;
  /**
   * The way of placed, changed and cancelled orders alone, which Kite takes from registered addresses only:
   * `nodeTransport({ localAddress, family: 4 })` or `nodeTransport({ proxy })`. Default: the way of all calls.
   */
  readonly orderTransport?: Transport | undefined;
}

/** Settings of a client. A browser behind a gateway (`root: "/kite"`) has no key; everyone else names one. */
export type KiteConfig = KiteSettings &
  (
    | { readonly apiKey: string; readonly environment?: Environment | undefined }
    | { readonly apiKey?: undefined; readonly environment: CustomEnvironment & { readonly root: `/${string}` } }
  );

/** A client: what every endpoint function takes first. */
export interface KiteClient {
  readonly apiKey: string | undefined;
  readonly environment: ResolvedEnvironment;
  readonly session: Session;
  readonly validation: Validation;
  /** Sends any request through this client's layers: the way to a route that has no function yet. */
  readonly send: Send;
  /** Tells how many requests, retries, waits and cache hits there were. */
  stats(): KiteStats;
}

/**
 * Makes the bare client: no retry, no rate limit, no cache but the layers you give, the first one outermost.
 * Most programs want `createKite`.
 *
 * Throws `InvalidInput` for a missing key, a token that cannot stand in a header, an unusable address.
 *
 * @example
 * const kite = createClient({ apiKey, accessToken }, retry(), rateLimit());
 */
export function createClient(config: KiteConfig, ...layers: readonly Layer[]): KiteClient {
  refuseUnknown(config);
  const environment = resolveEnvironment(config.environment);
  const { timeout = 7_000, onWarning = (message: string) => console.warn(message) } = config;
  checkMilliseconds("timeout", timeout);
  checkMilliseconds("deadline", config.deadline);
  const apiKey = environment.root.startsWith("/") ? undefined : checkedKey(config.apiKey);
  const session = new Session(config.accessToken, config.onSessionExpired, (error) =>
    onWarning(`onSessionExpired failed: ${clean(String(error), [session.accessToken ?? ""])}`),
  );
  const stats = createStats();
  const context: LayerContext = { session, stats };
  const transport = config.transport ?? fetchTransport(config.fetch);
  const innermost = http({
    apiKey,
    environment,
    session,
    stats,
    transport,
    orderTransport: config.orderTransport,
    timeout,
  });
  const send = layers.reduceRight<Send>((next, layer) => layer(next, context), innermost);
  return {
    apiKey,
    environment,
    session,
    validation: createValidation(config.validate ?? "warn", session, onWarning),
    stats: () => stats.read(),
    async send(plan) {
      const { signal, timeout, deadline = config.deadline } = plan;
      checkMilliseconds("timeout", timeout);
      checkMilliseconds("deadline", deadline);
      if (apiKey && plan.authorised !== false && !session.accessToken) throw notLoggedIn(plan);
      if (signal?.aborted) throw stopped(plan, signal.reason, "before-sending");
      if (deadline === undefined) return send(plan);
      const bound = boundSignal(signal, deadline);
      try {
        return await send({ ...plan, signal: bound.signal });
      } finally {
        bound.release();
      }
    },
  };
}

function checkedKey(apiKey: unknown): string {
  if (apiKey === undefined || apiKey === "") {
    throw invalidInput("apiKey", "is missing; your app has one at developers.kite.trade", "createClient");
  }
  return requireCredential("apiKey", apiKey);
}

const settings =
  /^(apiKey|accessToken|environment|onSessionExpired|timeout|deadline|validate|onWarning|fetch|transport|orderTransport|retry|rateLimit)$/;

/** A misspelt `environment` would send orders to the real exchange. */
function refuseUnknown(config: KiteConfig): void {
  const name = Object.keys(config).find((key) => !settings.test(key));
  if (name !== undefined) throw invalidInput(name, "is no setting of a client", "createClient");
}

function checkMilliseconds(field: string, value: unknown): void {
  if (value === undefined || (typeof value === "number" && value > 0)) return;
  throw invalidInput(field, `must be a number of milliseconds above 0, got ${String(value)}`);
}

const notLoggedIn = (plan: Plan): KiteError =>
  new KiteError({
    code: "TokenException",
    endpoint: plan.endpoint,
    message: "no access token: call generateSession or set accessToken",
    outcome: "not-sent",
  });
