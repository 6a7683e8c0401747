import { defineEndpoint, type Endpoint } from "@kite/core";
import { type HoldingsSummary, HoldingsSummarySchema, type HoldingsSummaryWire } from "@kite/models";

/**
 * Gives the server's own totals over all holdings, in rupees and percent.
 *
 * Kite does not document this call. `summarizeHoldings` computes the same six figures from the rows, and says which rows
 * it could not count.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/
 * @function
 */
export const getHoldingsSummary: Endpoint<void, HoldingsSummary, HoldingsSummaryWire> = defineEndpoint({
  id: "getHoldingsSummary",
  method: "GET",
  path: "/portfolio/holdings/summary",
  response: HoldingsSummarySchema,
});
