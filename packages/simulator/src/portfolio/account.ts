import type { Alert } from "../alerts/alert.ts";
import type { Trigger } from "../gtt/trigger.ts";
import type { FundsBook } from "../mf/funds-book.ts";
import type { Trade } from "../trading/order.ts";
import type { OrderBook } from "../trading/order-book.ts";
import type { SimulatorUser } from "../users.ts";
import type { AuthorisationRequest } from "./authorisation.ts";
import type { Funds } from "./funds.ts";
import type { Holding } from "./holding.ts";
import type { Position } from "./position.ts";

/** One user and everything that is theirs. */
export interface Account {
  readonly user: SimulatorUser;
  /** Money as it was in the morning; what the day makes of it follows from positions and orders. */
  funds: Funds;
  readonly holdings: Holding[];
  readonly positions: Position[];
  readonly orders: OrderBook;
  /** In the order they came about, and so are the lists below. */
  readonly trades: Trade[];
  readonly triggers: Trigger[];
  readonly alerts: Alert[];
  readonly mutualFunds: FundsBook;
  /** By request id. */
  readonly authorisations: Map<string, AuthorisationRequest>;
}

/** The holding of a share, whichever exchange it was bought on. */
export function holdingOf({ holdings }: Account, isin: string): Holding | undefined {
  return isin === "" ? undefined : holdings.find(({ instrument }) => instrument.isin === isin);
}
