import { defineEndpoint, type Endpoint } from "@kite/core";
import { type MFHolding, MFHoldingSchema, type MFHoldingWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the mutual fund units in the demat account, a row for each fund and folio. NAVs are rupees per unit.
 *
 * `pnl` is 0 in every answer seen; the gain is (`last_price` - `average_price`) × `quantity`.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#holdings
 * @function
 */
export const getMFHoldings: Endpoint<void, MFHolding[], MFHoldingWire[]> = defineEndpoint({
  id: "getMFHoldings",
  method: "GET",
  path: "/mf/holdings",
  response: array(MFHoldingSchema),
});
