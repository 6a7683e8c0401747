import { Clock } from "./clock.ts";
import { Faults } from "./faults/faults.ts";
import { istDate, nextContractMonth } from "./ist.ts";
import { Latency } from "./latency.ts";
import { Arrivals } from "./limits/arrivals.ts";
import { Limiter } from "./limits/limiter.ts";
import { KITE_LIMITS, limitsOf } from "./limits/rate-limits.ts";
import { Market } from "./market/market.ts";
import { checkOptions, checkUrl, type SimulatorOptions } from "./options.ts";
import type { Account } from "./portfolio/account.ts";
import { createRandom, type Random } from "./random.ts";
import { RequestLog } from "./request-log.ts";
import { seedAccount } from "./seed/seed-account.ts";
import { Sessions } from "./sessions.ts";
import type { Desk } from "./trading/desk.ts";
import { Liquidity } from "./trading/liquidity.ts";
import { OrderIds } from "./trading/order-ids.ts";
import { Postbacks } from "./trading/postbacks.ts";
import { Updates } from "./trading/updates.ts";
import { builtInUsers } from "./users.ts";

/** Everything the simulated exchange knows. Routes read and change it; nothing is kept elsewhere. */
export interface Exchange {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly clock: Clock;
  readonly market: Market;
  readonly sessions: Sessions;
  /** By user id, in the order of the login page; at least one. */
  readonly accounts: ReadonlyMap<string, Account>;
  readonly desk: Desk;
  readonly postbacks: Postbacks;
  /** Addresses that orders may come from; undefined for any. */
  readonly allowedAddresses: readonly string[] | undefined;
  /** Whether orders and SIPs for mutual funds are taken at all. */
  readonly mutualFundOrders: "accept" | "refuse";
  /** Names for things that are created while the exchange runs. */
  readonly ids: Random;
  readonly log: RequestLog;
  readonly latency: Latency;
  readonly faults: Faults;
  readonly limiter: Limiter;
  readonly arrivals: Arrivals;
  /** Where it can be reached. */
  url: string;
  /** Registered by the app; undefined stands for the simulator's own page. */
  redirectUrl: string | undefined;
}

/** Path of the page that shows a request token when the app has registered no page of its own. */
export const TOKEN_PAGE = "/connect/finish";

/** @throws {TypeError} when the options make no sense. */
export function createExchange(options: SimulatorOptions): Exchange {
  checkOptions(options);
  if (options.redirectUrl !== undefined) checkUrl("redirectUrl", options.redirectUrl);
  if (options.postbackUrl !== undefined) checkUrl("postbackUrl", options.postbackUrl);
  const limits = limitsOf(options.rateLimits);
  const { seed = 1, users = builtInUsers } = options;
  const clock = new Clock(options.clock);
  const contractMonth = nextContractMonth(clock.now());
  const market = new Market(seed, clock, `NFO:NIFTY${contractMonth}25500CE`);
  const orderIds = new OrderIds(seed);
  const source = { seed, clock, market, orderIds, today: istDate(clock.now()), contractMonth };
  const accounts = new Map(users.map((user) => [user.user_id, seedAccount(user, source)]));
  const apiSecret = options.apiSecret ?? "simulator-api-secret";
  const updates = new Updates(apiSecret, clock);
  const postbacks = new Postbacks(options.postbackUrl);
  updates.subscribe((_, message) => postbacks.send(message));
  return {
    apiKey: options.apiKey ?? "simulator-api-key",
    apiSecret,
    clock,
    market,
    sessions: new Sessions(clock, createRandom(seed, "sessions")),
    accounts,
    desk: {
      clock,
      market,
      accounts,
      ids: orderIds,
      updates,
      liquidity: new Liquidity(),
      marketHours: options.marketHours ?? "always",
      orderDelayMs: options.orderDelayMs ?? 0,
      hiddenForMs: 0,
      mostModifications: (limits ?? KITE_LIMITS).modifications,
      insufficientFunds: options.insufficientFunds ?? "answer",
    },
    postbacks,
    allowedAddresses: options.allowedAddresses,
    mutualFundOrders: options.mutualFundOrders ?? "accept",
    ids: createRandom(seed, "ids"),
    log: new RequestLog(),
    latency: new Latency(options.latencyMs ?? 0),
    faults: new Faults(seed, options.faults),
    limiter: new Limiter(limits, clock),
    arrivals: new Arrivals(),
    // a name that no network resolves: without a port only `fetch` leads here
    url: "http://simulator.invalid",
    redirectUrl: options.redirectUrl,
  };
}

/** Where a login ends. */
export function registeredUrl({ redirectUrl, url }: Exchange): URL {
  return new URL(redirectUrl ?? `${url}${TOKEN_PAGE}`);
}
