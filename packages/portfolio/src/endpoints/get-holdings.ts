import { defineEndpoint, type Endpoint } from "@kite/core";
import { type Holding, HoldingSchema, type HoldingWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the long-term holdings in the demat account.
 *
 * Prices are rupees per unit. Units owned are `quantity` plus `t1_quantity`, which are bought and not delivered yet.
 * `last_price` is a snapshot, not a live price. Shares bought today are not here yet but in `getPositions`.
 *
 * @example
 * const holdings = await getHoldings(kite);
 * const { total_pnl, withoutClose } = summarizeHoldings(holdings);
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/#holdings
 * @function
 */
export const getHoldings: Endpoint<void, Holding[], HoldingWire[]> = defineEndpoint({
  id: "getHoldings",
  method: "GET",
  path: "/portfolio/holdings",
  response: array(HoldingSchema),
});
