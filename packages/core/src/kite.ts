import { createBudget, type RateBudget } from "./budget/budget.ts";
import { createClient, type KiteClient, type KiteConfig } from "./client.ts";
import { type RateLimitOptions, rateLimit } from "./layers/rate-limit.ts";
import type { RetryOptions } from "./layers/repeat.ts";
import { retry } from "./layers/retry.ts";
import { extensible, type Kite } from "./plugin.ts";
import type { Layer } from "./request.ts";

/** Settings of the safe layers. */
export interface SafeLayers {
  /** Retries of reads; `false` for none. */
  readonly retry?: RetryOptions | false;
  /** The rate budget; `false` sends at once, and the server answers 429 when it is too much. */
  readonly rateLimit?: RateLimitOptions | false;
}

/** A client with the safe layers. */
export interface SafeClient extends KiteClient {
  /** The account's rate budget: what is left, and what to share with another client. Undefined with `rateLimit: false`. */
  readonly budget: RateBudget | undefined;
}

/**
 * Makes a client with the safe layers on: reads are repeated when they fail for a passing reason, writes never;
 * every request keeps the account's rate limits. More layers (`cache()`, `log()`) go around these.
 *
 * Throws `InvalidInput` for a missing key, a token that cannot stand in a header, an unusable address.
 *
 * @example
 * const kite = createKite({ apiKey, accessToken }).use(auth()).use(portfolio());
 * const holdings = await kite.portfolio.getHoldings();
 */
export function createKite(config: KiteConfig & SafeLayers, ...layers: readonly Layer[]): Kite<object, SafeClient> {
  const budget = config.rateLimit === false ? undefined : (config.rateLimit?.budget ?? createBudget());
  const safe: Layer[] = [];
  if (config.retry !== false) safe.push(retry(config.retry));
  // Inside retry: every attempt is counted where the server counts it.
  if (budget) safe.push(rateLimit({ budget }));
  return extensible({ ...createClient(config, ...layers, ...safe), budget });
}
