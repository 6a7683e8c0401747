import { checkApps, FIRST_APP_ID, type RegisteredApp, type SimulatorApp } from "./apps.ts";
import { Clock } from "./clock.ts";
import { startTimeline, type Timeline } from "./day/timeline.ts";
import { Faults } from "./faults/faults.ts";
import { istDate, nextContractMonth } from "./ist.ts";
import { Latency } from "./latency.ts";
import { Arrivals } from "./limits/arrivals.ts";
import { Limiter } from "./limits/limiter.ts";
import { KITE_LIMITS, limitsOf } from "./limits/rate-limits.ts";
import { type Market, SimulatedMarket } from "./market/market.ts";
import { checkOptions, type SimulatorOptions } from "./options.ts";
import type { Account } from "./portfolio/account.ts";
import { createRandom, type Random } from "./random.ts";
import { RecordedMarket } from "./recording/recorded-market.ts";
import { openReplay, replayClock, replayUsers } from "./recording/replay.ts";
import { RequestLog } from "./request-log.ts";
import { seedAccount } from "./seed/seed-account.ts";
import { Sessions } from "./sessions.ts";
import { restoreState, seedOf } from "./state/save.ts";
import type { Desk } from "./trading/desk.ts";
import { Liquidity } from "./trading/liquidity.ts";
import { OrderIds } from "./trading/order-ids.ts";
import { Postbacks } from "./trading/postbacks.ts";
import { Updates } from "./trading/updates.ts";
import { builtInUsers } from "./users.ts";

/** Everything the simulated exchange knows. Routes read and change it; nothing is kept elsewhere. */
export interface Exchange {
  /** By key; the first one is the app of the options `apiKey` and `apiSecret`. */
  readonly apps: ReadonlyMap<string, RegisteredApp>;
  readonly seed: number;
  readonly clock: Clock;
  /** Up to when everything has happened. */
  readonly timeline: Timeline;
  readonly market: Market;
  readonly sessions: Sessions;
  /** By user id, in the order of the login page; at least one. */
  readonly accounts: Map<string, Account>;
  readonly desk: Desk;
  /** Addresses that orders may come from; undefined for any. */
  readonly allowedAddresses: readonly string[] | undefined;
  /** An app on the plan `personal` gets no market data, but for the dumps. */
  readonly plan: "connect" | "personal";
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
}

/** Path of the page that shows a request token when the app has registered no page of its own. */
export const TOKEN_PAGE = "/connect/finish";

/** @throws {TypeError} when the options make no sense. */
export function createExchange(options: SimulatorOptions): Exchange {
  checkOptions(options);
  const limits = limitsOf(options.rateLimits);
  const replay = openReplay(options.replay);
  const { seed = seedOf(options.state) ?? 1, users = replay ? replayUsers : builtInUsers } = options;
  const clock = new Clock(replay ? replayClock(options.clock, replay) : options.clock);
  const contractMonth = nextContractMonth(clock.now());
  const market = replay
    ? new RecordedMarket(replay, seed, clock)
    : new SimulatedMarket(seed, clock, `NFO:NIFTY${contractMonth}25500CE`, options);
  const orderIds = new OrderIds(seed);
  const source = { seed, clock, market, orderIds, today: istDate(clock.now()), contractMonth };
  const accounts = new Map(users.map((user) => [user.user_id, seedAccount(user, source)]));
  const apps = registerApps(options);
  const updates = new Updates(apps, clock);
  // the house places orders through no app
  updates.subscribe((_, message, apiKey) => apps.get(apiKey ?? "")?.postbacks.send(message));
  const exchange: Exchange = {
    seed,
    apps,
    clock,
    timeline: startTimeline(clock.now()),
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
      apiKey: firstApp({ apps }).apiKey,
      mostModifications: (limits ?? KITE_LIMITS).modifications,
      insufficientFunds: options.insufficientFunds ?? "answer",
    },
    allowedAddresses: options.allowedAddresses,
    plan: options.plan ?? "connect",
    mutualFundOrders: options.mutualFundOrders ?? "accept",
    ids: createRandom(seed, "ids"),
    log: new RequestLog(options.onRequest),
    latency: new Latency(options.latencyMs ?? 0),
    faults: new Faults(seed, options.faults),
    limiter: new Limiter(limits, clock),
    arrivals: new Arrivals(),
    // a name that no network resolves: without a port only `fetch` leads here
    url: "http://simulator.invalid",
  };
  if (options.state !== undefined) restoreState(exchange, options.state);
  return exchange;
}

function registerApps(options: SimulatorOptions): ReadonlyMap<string, RegisteredApp> {
  const { apiKey = "simulator-api-key", apiSecret = "simulator-api-secret", apps = [] } = options;
  const all: SimulatorApp[] = [{ ...options, apiKey, apiSecret }, ...apps];
  checkApps(all);
  const registered = all.map((app, index): RegisteredApp => {
    const { redirectUrl } = app;
    const postbacks = new Postbacks(app.postbackUrl);
    return { apiKey: app.apiKey, apiSecret: app.apiSecret, app_id: FIRST_APP_ID + index, redirectUrl, postbacks };
  });
  return new Map(registered.map((app) => [app.apiKey, app]));
}

/** The app that is meant where none is named. */
export function firstApp({ apps }: Pick<Exchange, "apps">): RegisteredApp {
  const [app] = apps.values();
  if (!app) throw new Error("there is always an app");
  return app;
}

/** Where a login to an app ends. */
export function registeredUrl({ url }: Exchange, { redirectUrl }: RegisteredApp): URL {
  return new URL(redirectUrl ?? `${url}${TOKEN_PAGE}`);
}
