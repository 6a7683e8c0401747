import type { Clock } from "../clock.ts";
import type { Market } from "../market/market.ts";
import type { Account } from "../portfolio/account.ts";
import type { Liquidity } from "./liquidity.ts";
import type { MarketHours } from "./opening-hours.ts";
import type { OrderIds } from "./order-ids.ts";
import type { Updates } from "./updates.ts";

/** What it takes to trade: the market, the accounts, and the rules of the house. */
export interface Desk {
  readonly clock: Clock;
  readonly market: Market;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly ids: OrderIds;
  readonly updates: Updates;
  readonly liquidity: Liquidity;
  readonly marketHours: MarketHours;
  /** Milliseconds that the order system needs before an order reaches the exchange. */
  readonly orderDelayMs: number;
  /** Milliseconds for which users do not see a new order. */
  readonly hiddenForMs: number;
  /** App that orders come from. */
  readonly apiKey: string;
  /** How often one order can be modified. */
  readonly mostModifications: number;
  /** What becomes of an order without the money for it: the answer says so, or the row in the book does. */
  readonly insufficientFunds: "answer" | "book";
}
