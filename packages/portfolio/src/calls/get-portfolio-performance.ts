import type { CallOptions, KiteClient } from "@kite/core";
import { type PortfolioPerformance, summarizePerformance } from "../analytics/summarize-performance.ts";
import { getHoldings } from "../endpoints/get-holdings.ts";
import { getPositions } from "../endpoints/get-positions.ts";

/**
 * Fetches holdings and positions and gives the gain of both together, and each on its own. Rupees; without charges.
 *
 * @example
 * const { total_pnl, today_pnl, holdings } = await getPortfolioPerformance(kite);
 * console.log(`₹${today_pnl} today, ₹${total_pnl} in all`, holdings.winners[0]?.holding.tradingsymbol);
 */
export async function getPortfolioPerformance(kite: KiteClient, options?: CallOptions): Promise<PortfolioPerformance> {
  const [holdings, positions] = await Promise.all([getHoldings(kite, options), getPositions(kite, options)]);
  // An answer that is not as documented has been warned of and comes as sent; it may even be null.
  return summarizePerformance(holdings, positions?.net);
}
