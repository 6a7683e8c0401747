import type { Clock } from "../clock.ts";
import { usageOf } from "../funds/usage.ts";
import type { Market } from "../market/market.ts";
import type { Account } from "../portfolio/account.ts";
import type { Funds } from "../portfolio/funds.ts";
import { createRandom } from "../random.ts";
import { OrderBook } from "../trading/order-book.ts";
import type { OrderIds } from "../trading/order-ids.ts";
import type { SimulatorUser } from "../users.ts";
import { cashFunds, emptyFunds, seedFunds } from "./seed-funds.ts";
import { seedHoldings } from "./seed-holdings.ts";
import { seedMutualFunds } from "./seed-mutual-funds.ts";
import { seedOrders } from "./seed-orders.ts";
import { seedPositions } from "./seed-positions.ts";

/** What the seeded figures of an account follow from. */
export interface SeedSource {
  readonly seed: number;
  readonly clock: Clock;
  readonly market: Market;
  readonly orderIds: OrderIds;
  /** Date in India, `yyyy-mm-dd`. */
  readonly today: string;
  /** Month that derivative symbols carry, e.g. `27JAN`. */
  readonly contractMonth: string;
}

/** Fills the account of a user; the same source always gives the same figures. */
export function seedAccount(user: SimulatorUser, source: SeedSource): Account {
  if (user.portfolio !== "trader") return blankAccount(user, user.portfolio === "cash" ? cashFunds : emptyFunds);
  const stream = (purpose: string) => createRandom(source.seed, `${purpose} of ${user.user_id}`);
  const holdings = seedHoldings(stream("holdings"), source);
  const positions = seedPositions(stream("positions"), source, holdings);
  const traded = { ...blankAccount(user, emptyFunds), holdings, positions };
  return {
    ...traded,
    ...seedOrders(user.user_id, positions, source.orderIds, source.clock.now()),
    funds: seedFunds(stream("funds"), usageOf(traded, [], source.market)),
    mutualFunds: seedMutualFunds(stream("mutual funds"), source),
  };
}

const blankAccount = (user: SimulatorUser, funds: Funds): Account => ({
  user,
  funds,
  holdings: [],
  positions: [],
  orders: new OrderBook(),
  trades: [],
  triggers: [],
  alerts: [],
  mutualFunds: { orders: [], sips: [], holdings: [] },
  authorisations: new Map(),
});
