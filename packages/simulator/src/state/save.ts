import type { Exchange } from "../exchange.ts";
import type { SavedFaults } from "../faults/faults.ts";
import type { SavedLimits } from "../limits/limiter.ts";
import type { MarketState } from "../market/market-state.ts";
import type { Account } from "../portfolio/account.ts";
import type { SavedSessions } from "../sessions.ts";
import type { SavedLiquidity } from "../trading/liquidity.ts";
import type { SavedOrderIds } from "../trading/order-ids.ts";
import type { Held } from "../trading/updates.ts";
import { decode, encode } from "./encoding.ts";
import { restoreAccount, type SavedAccount, saveAccount } from "./saved-account.ts";
import { type SimulatorState, seal, unseal } from "./simulator-state.ts";

/** What a state holds, before it is encoded. */
interface Content {
  readonly seed: number;
  /** Epoch ms. */
  readonly now: number;
  readonly day: number;
  readonly market: MarketState;
  readonly sessions: SavedSessions;
  readonly ids: SavedOrderIds;
  readonly names: number;
  readonly liquidity: SavedLiquidity;
  readonly faults: SavedFaults;
  readonly limits: SavedLimits;
  /** By key of the app; those without one are missing. */
  readonly redirectUrls: Readonly<Record<string, string>>;
  readonly accounts: readonly SavedAccount[];
  readonly held: readonly Held[];
}

/** Everything an exchange knows at this moment. What it remembers of requests and faults that were is not part of it. */
export function saveState(exchange: Exchange): SimulatorState {
  const { accounts, apps, desk, faults, ids, limiter, market, seed, sessions, timeline } = exchange;
  const content: Content = {
    seed,
    now: exchange.clock.now(),
    day: timeline.day,
    market: market.save(),
    sessions: sessions.save(),
    ids: desk.ids.save(),
    names: ids.state,
    liquidity: desk.liquidity.save(),
    faults: faults.save(),
    limits: limiter.save(),
    redirectUrls: Object.fromEntries(
      [...apps.values()].flatMap(({ apiKey, redirectUrl }) =>
        redirectUrl === undefined ? [] : [[apiKey, redirectUrl]],
      ),
    ),
    accounts: [...accounts.values()].map(saveAccount),
    held: desk.updates.held,
  };
  return seal(encode(content) as Readonly<Record<string, unknown>>);
}

/** The seed of a state, if there is one; what is no state is refused later. */
export function seedOf(state: SimulatorState | undefined): number | undefined {
  const seed = state?.content?.seed;
  return typeof seed === "number" ? seed : undefined;
}

/**
 * Makes an exchange what another one was when it was saved. Options are not part of a state: hours, limits, delays and
 * addresses are those of this one.
 *
 * @throws {TypeError} for what is no state of this version and this seed, before anything has changed.
 */
export function restoreState(exchange: Exchange, state: unknown): void {
  const sealed = unseal(state);
  const { seed } = sealed;
  if (seed !== exchange.seed)
    throw new TypeError(`state: saved with seed ${seed}, and this simulator has ${exchange.seed}`);
  const { accounts, apps, clock, desk, faults, ids, limiter, market, sessions, timeline } = exchange;
  const undo = market.restore(decode(sealed.market, market) as MarketState);
  const { content, restored } = read();

  accounts.clear();
  for (const [user_id, account] of restored) accounts.set(user_id, account);
  clock.set(content.now);
  Object.assign(timeline, { at: content.now, day: content.day });
  sessions.restore(content.sessions);
  desk.ids.restore(content.ids);
  ids.state = content.names;
  desk.liquidity.restore(content.liquidity);
  desk.updates.restore(content.held);
  faults.restore(content.faults);
  limiter.restore(content.limits);
  for (const app of apps.values()) app.redirectUrl = content.redirectUrls[app.apiKey];

  /** An instrument that is missing shows only now, with the market as it was then. */
  function read(): { readonly content: Content; readonly restored: ReadonlyMap<string, Account> } {
    try {
      const content = decode(sealed, market) as Content;
      const pairs = content.accounts.map((account) => [account.user.user_id, restoreAccount(account)] as const);
      return { content, restored: new Map(pairs) };
    } catch (error) {
      undo();
      throw error;
    }
  }
}
