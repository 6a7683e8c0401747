import type { Market } from "../market/market.ts";
import type { Account } from "../portfolio/account.ts";
import { createRandom } from "../random.ts";
import type { SimulatorUser } from "../users.ts";
import { emptyFunds, seedFunds } from "./seed-funds.ts";
import { seedHoldings } from "./seed-holdings.ts";
import { seedPositions } from "./seed-positions.ts";

/** What the seeded figures of an account follow from. */
export interface SeedSource {
  readonly seed: number;
  readonly market: Market;
  /** Date in India, `yyyy-mm-dd`. */
  readonly today: string;
  /** Month that derivative symbols carry, e.g. `27JAN`. */
  readonly contractMonth: string;
}

/** Fills the account of a user; the same source always gives the same figures. */
export function seedAccount(user: SimulatorUser, source: SeedSource): Account {
  const authorisations = new Map();
  if (user.portfolio === "empty") return { user, funds: emptyFunds, holdings: [], positions: [], authorisations };
  const stream = (purpose: string) => createRandom(source.seed, `${purpose} of ${user.user_id}`);
  const holdings = seedHoldings(stream("holdings"), source);
  const positions = seedPositions(stream("positions"), source, holdings);
  return { user, funds: seedFunds(stream("funds")), holdings, positions, authorisations };
}
