import { auth } from "@kite/auth";
import { createKite, type Environment, isKiteError, type Kite, log, type SafeClient } from "@kite/core";
import { gtt } from "@kite/gtt";
import { marketData } from "@kite/market-data";
import { mf } from "@kite/mf";
import { orders } from "@kite/orders";
import { portfolio } from "@kite/portfolio";
import type { NewApis } from "./calls/legacy-calls.ts";
import { TriggerCalls } from "./calls/trigger-calls.ts";
import type { KiteConnectParams } from "./connect-params.ts";
import { DEFAULTS } from "./constants/defaults.ts";
import { legacyErrors } from "./legacy-errors.ts";
import { toLegacyError } from "./wire/to-legacy-error.ts";
import { trimmed } from "./wire/trimmed.ts";

/** A client with the plugins that the old calls stand on. */
export type ConnectedKite = Kite<NewApis, SafeClient>;

/**
 * The client of npm `kiteconnect` 5: its constructor, calls, constants, answers and errors, on the typed packages. `kite` is the
 * client below: both ways of calling share the session, the rate budget and the errors.
 *
 * @example
 * const kc = new KiteConnect({ api_key, access_token });
 * const holdings = await kc.getHoldings();
 * const report = await kc.kite.portfolio.getHoldingsByExchange();
 */
export class KiteConnect extends TriggerCalls {
  /** What was given at construction; a later change has no effect, as ever. */
  root: string;
  /** Milliseconds, given at construction; a later change has no effect, as ever. */
  timeout: number;
  default_login_uri: string;
  /** The typed calls. */
  declare readonly kite: ConnectedKite;
  readonly #switches: { debug: boolean };

  constructor(params: KiteConnectParams) {
    const switches = { debug: Boolean(params.debug) };
    // Filled in below: a layer is made before there is a client to ask.
    const refusal = { heard: () => {} };
    const kite = connected(params, switches, () => refusal.heard());
    super(kite, params);
    refusal.heard = () => this.session_expiry_hook?.();
    this.#switches = switches;
    this.root = params.root || DEFAULTS.root;
    this.timeout = params.timeout || DEFAULTS.timeout;
    this.default_login_uri = params.default_login_uri || DEFAULTS.login;
    Object.defineProperty(this, "kite", { value: kite });
  }

  /** Whether each request is printed. Can be changed at any time. */
  get debug(): boolean {
    return this.#switches.debug;
  }

  set debug(value: boolean) {
    this.#switches.debug = Boolean(value);
  }
}

function connected(params: KiteConnectParams, switches: { debug: boolean }, onRefusal: () => void): ConnectedKite {
  const { api_key, access_token, timeout, retry, rateLimit, fetch, transport, orderTransport, onWarning } = params;
  try {
    return createKite(
      {
        // A missing key is news of the first call, not of the construction.
        apiKey: String(trimmed(api_key)),
        accessToken: trimmed(access_token),
        environment: params.environment ?? environmentOf(params),
        timeout: timeout || DEFAULTS.timeout,
        ...(retry !== undefined && { retry }),
        ...(rateLimit !== undefined && { rateLimit }),
        fetch,
        transport,
        orderTransport,
        onWarning,
      },
      legacyErrors(onRefusal),
      log((line) => {
        if (switches.debug) console.log(line);
      }),
    )
      .use(auth())
      .use(orders())
      .use(portfolio())
      .use(marketData())
      .use(mf())
      .use(gtt());
  } catch (error) {
    throw isKiteError(error) ? toLegacyError(error) : error;
  }
}

/** The old client sends to plain `http:` as well: whoever has a proxy in the house keeps it. */
const environmentOf = ({ root, default_login_uri }: KiteConnectParams): Environment =>
  root || default_login_uri
    ? {
        root: root || DEFAULTS.root,
        login: `${default_login_uri || DEFAULTS.login}?v=3`,
        ...(!root && { ws: "wss://ws.kite.trade" }),
        insecure: true,
      }
    : "production";
