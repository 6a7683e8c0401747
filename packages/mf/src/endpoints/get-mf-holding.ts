import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type MFHoldingTrade, MFHoldingTradeSchema, type MFHoldingTradeWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the trades that the holding of a fund is made of, by the fund's ISIN.
 *
 * Undocumented: Kite's Go client knows it.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#holdings
 * @function
 */
export const getMFHolding: Endpoint<string, MFHoldingTrade[], MFHoldingTradeWire[]> = defineEndpoint({
  id: "getMFHolding",
  method: "GET",
  path: "/mf/holdings/{isin}",
  response: array(MFHoldingTradeSchema),
  encode: (isin) => ({ path: { isin: requireText("isin", isin) } }),
});
