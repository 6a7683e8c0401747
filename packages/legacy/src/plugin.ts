import { type KiteClient, needing, type Plugin } from "@kite/core";
import type { LegacyOptions, NewApis } from "./calls/legacy-calls.ts";
import { TriggerCalls } from "./calls/trigger-calls.ts";

/** `kite.legacy`: the old calls on a new client. */
export class LegacyApi extends TriggerCalls {
  default_login_uri: string;

  constructor(kite: KiteClient & NewApis, options: LegacyOptions) {
    super(kite, options);
    this.default_login_uri = kite.environment.login.replace(/\?.*$/, "");
  }
}

/**
 * Registers `kite.legacy`: the old calls share session, budget, layers and transport of the client, so that a program moves call by
 * call. Needs `auth()`, `orders()`, `portfolio()`, `marketData()`, `mf()` and `gtt()`.
 *
 * @example
 * const kite = createKite({ apiKey, accessToken })
 *   .use(auth()).use(orders()).use(portfolio()).use(marketData()).use(mf()).use(gtt())
 *   .use(legacy());
 * const holdings = await kite.legacy.getHoldings();
 */
export const legacy = (options: LegacyOptions = {}): Plugin<{ readonly legacy: LegacyApi }, NewApis> =>
  needing<{ readonly legacy: LegacyApi }, NewApis>(
    ["auth", "orders", "portfolio", "marketData", "mf", "gtt"],
    (kite) => ({ legacy: new LegacyApi(kite, options) }),
  );
