import { type CallOptions, type KiteClient, requireText } from "@kite/core";
import type { Quote } from "@kite/models";
import { getQuote } from "../endpoints/get-quote.ts";
import { named } from "../named.ts";
import { type DepthSummary, summarizeDepth } from "./summarize-depth.ts";

/** The book of an instrument in one moment. */
export interface MarketDepth
  extends DepthSummary,
    Pick<Quote, "instrument_token" | "timestamp" | "last_price" | "buy_quantity" | "sell_quantity"> {}

/**
 * Fetches the five best prices of each side of an instrument, with spread, middle and imbalance. Null when Kite does not know it.
 * An index has a book without rows. `buy_quantity` and `sell_quantity` count all orders, also those beyond the five rows.
 *
 * Throws `InvalidInput` for a key without an exchange.
 *
 * @example
 * const book = await getMarketDepth(kite, "NSE:INFY");
 * if (book?.spread != null) console.log(`₹${book.spread} around ₹${book.mid}`);
 */
export async function getMarketDepth(
  kite: KiteClient,
  instrument: string,
  options?: CallOptions,
): Promise<MarketDepth | null> {
  const key = named("getMarketDepth", () => requireText("instrument", instrument));
  const quote = (await getQuote(kite, [key], options))[key];
  if (!quote) return null;
  const { instrument_token, timestamp, last_price, buy_quantity, sell_quantity } = quote;
  return {
    ...{ instrument_token, timestamp, last_price },
    ...(buy_quantity !== undefined && { buy_quantity }),
    ...(sell_quantity !== undefined && { sell_quantity }),
    ...summarizeDepth(quote.depth),
  };
}
