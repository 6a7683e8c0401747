import type { CallOptions, KiteClient } from "@kite/core";
import { type ExchangeHoldings, summarizeHoldings } from "../analytics/summarize-holdings.ts";
import { getHoldings } from "../endpoints/get-holdings.ts";

/**
 * Fetches the holdings and gives them by exchange, the one with the largest value first, with totals for each.
 *
 * @example
 * for (const { exchange, current_value, allocation } of await getHoldingsByExchange(kite)) {
 *   console.log(`${exchange}: ₹${current_value}, ${allocation} % of the portfolio`);
 * }
 */
export async function getHoldingsByExchange(
  kite: KiteClient,
  options?: CallOptions,
): Promise<readonly ExchangeHoldings[]> {
  return summarizeHoldings(await getHoldings(kite, options)).byExchange;
}
