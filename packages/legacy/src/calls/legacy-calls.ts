import type { AuthApi } from "@kite/auth";
import { type EndpointSpec, isKiteError, type KiteClient, type Plan } from "@kite/core";
import type { GTTApi } from "@kite/gtt";
import type { MarketDataApi } from "@kite/market-data";
import type { MFApi } from "@kite/mf";
import type { OrdersApi } from "@kite/orders";
import type { PortfolioApi } from "@kite/portfolio";
import { newCall, type OldCall } from "../replacements.ts";
import { type Clock, hostClock, istClock } from "../wire/clock.ts";
import { fillRoute, type Slots } from "../wire/fill-route.ts";
import { LegacyError } from "../wire/legacy-error.ts";
import { toLegacyError, unreadable } from "../wire/to-legacy-error.ts";
import { trimmed } from "../wire/trimmed.ts";
import { Constants } from "./constants.ts";

/** The plugins that the old calls stand on. */
export interface NewApis {
  readonly auth: AuthApi;
  readonly orders: OrdersApi;
  readonly portfolio: PortfolioApi;
  readonly marketData: MarketDataApi;
  readonly mf: MFApi;
  readonly gtt: GTTApi;
}

/** Old behaviour that programs may ask for. */
export interface LegacyCompat {
  /**
   * Reads and writes times on the host's clock, as the old client does: they are wrong by the host's distance from India, and right
   * on a machine that is set to India. Default false: times are IST.
   */
  readonly hostLocalDates?: boolean | undefined;
}

/** Settings of the old calls. */
export interface LegacyOptions {
  readonly compat?: LegacyCompat | undefined;
  /** Names the new call, once for each old one that is used. Default false. */
  readonly warnDeprecated?: boolean | undefined;
  /** Where these warnings go. Default `console.warn`. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** The facts of a call that a domain package has written down. */
type Facts = Pick<EndpointSpec<never, unknown>, "id" | "method" | "bucket" | "idempotent" | "accept"> &
  Pick<EndpointSpec<never, unknown>, "authorised" | "cacheFor" | "stales" | "secret"> & { readonly path: unknown };

/** What a call sends besides. */
interface Sent extends Pick<Plan, "query" | "form" | "json" | "dayCost"> {
  /** Where the declaration chooses between routes, the one that is meant. */
  readonly route?: string;
  readonly slots?: Slots;
}

/** What all old calls share: the client below, its session, the clock, the errors. */
export abstract class LegacyCalls extends Constants {
  /** Called without arguments at each refused token. Set by `setSessionExpiryHook`. */
  session_expiry_hook: (() => void) | null = null;
  readonly #kite: KiteClient & NewApis;
  readonly #warned = new Set<string>();
  readonly #warn: ((message: string) => void) | undefined;
  readonly #clock: Clock;

  constructor(kite: KiteClient & NewApis, options: LegacyOptions) {
    super();
    this.#kite = kite;
    this.#clock = options.compat?.hostLocalDates ? hostClock : istClock;
    if (options.warnDeprecated) this.#warn = options.onWarning ?? ((message) => console.warn(message));
  }

  /** The app's key. */
  get api_key(): string {
    return this.#kite.apiKey ?? "";
  }

  /** Throws: a session belongs to one app. Make another client. */
  set api_key(value: string) {
    if (value === this.api_key) return;
    const message = "api_key cannot be changed: make another client";
    throw new LegacyError({ code: "InvalidInput", endpoint: "api_key", field: "api_key", message });
  }

  /** The day's token; null before the login. Can be set, as by `setAccessToken`. */
  get access_token(): string | null {
    return this.#kite.session.accessToken ?? null;
  }

  set access_token(value: string | null | undefined) {
    this.#attempt(() => this.#kite.session.setAccessToken(trimmed(value)));
  }

  /** How times are read and written. */
  protected get clock(): Clock {
    return this.#clock;
  }

  /** The client below, where the typed calls are. */
  protected get client(): KiteClient & NewApis {
    return this.#kite;
  }

  /** Sends what the old client sends, with the facts that the domain's package knows of the route, and reads the answer. */
  protected async call<Value>(
    name: OldCall,
    { id, path, ...spec }: Facts,
    sent: Sent | (() => Sent) = {},
    read: (data: unknown) => unknown = (data) => data,
  ): Promise<Value> {
    this.deprecated(name);
    const { method, bucket, idempotent, accept, cacheFor, stales, secret } = spec;
    const facts = { method, bucket, idempotent, accept, cacheFor, stales, secret };
    // Without a token the request leaves unsigned and the server decides, as ever: a proxy at `root` may sign it.
    const authorised = spec.authorised ?? this.#kite.session.accessToken !== undefined;
    const { data } = await this.settled(async () => {
      const { route = String(path), slots = {}, ...content } = typeof sent === "function" ? sent() : sent;
      return this.#kite.send({ ...facts, ...content, authorised, endpoint: id, path: fillRoute(route, slots) });
    });
    try {
      return read(data) as Value;
    } catch (cause) {
      throw unreadable(id, cause, data);
    }
  }

  /** Waits for work whose errors become the old ones, and tells the session hook of a refused token. */
  protected async settled<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (!isKiteError(error) || error instanceof LegacyError) throw error;
      // What the hook throws takes the place of the refusal, as it did.
      if (error.code === "TokenException") this.session_expiry_hook?.();
      throw toLegacyError(error);
    }
  }

  /** Warns of an old call, once, where warnings are asked for. */
  protected deprecated(name: OldCall): void {
    if (!this.#warn || this.#warned.has(name)) return;
    this.#warned.add(name);
    this.#warn(`${name} is deprecated: ${newCall[name]} takes its place`);
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw isKiteError(error) ? toLegacyError(error) : error;
    }
  }
}
