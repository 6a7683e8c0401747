import { defineEndpoint } from "@kite/core";
import { type Quote, QuoteSchema, type QuoteWire } from "@kite/models";
import { record, string } from "valibot";
import { type QuoteCall, quoteCall } from "../quotes/quote-call.ts";

/**
 * Gives all there is about each instrument in one moment: prices, volume, circuit limits, the book. Rupees.
 *
 * Takes one key or thousands, `EXCHANGE:TRADINGSYMBOL`. Each is sent once, 500 in a request; more requests follow within the rate
 * limit of one a second. The answer has every key that was asked for, with null for one that Kite does not know. Fields
 * that come from trading may be missing for an index.
 *
 * `net_change` is 0 in Kite's own samples: compute it from `last_price` and `ohlc.close`.
 *
 * Throws `InvalidInput` for a key without an exchange, before anything is sent.
 *
 * @example
 * const quotes = await getQuote(kite, ["NSE:INFY", "NSE:NIFTY 50"]);
 * const { last_price, depth } = quotes["NSE:INFY"] ?? {};
 *
 * @see https://kite.trade/docs/connect/v3/market-quotes/#retrieving-full-market-quotes
 * @function
 */
export const getQuote: QuoteCall<Quote, QuoteWire> = quoteCall(
  defineEndpoint({
    id: "getQuote",
    method: "GET",
    path: "/quote",
    bucket: "quote",
    response: record(string(), QuoteSchema),
    encode: (instruments: readonly string[]) => ({ query: { i: instruments } }),
  }),
  500,
);
