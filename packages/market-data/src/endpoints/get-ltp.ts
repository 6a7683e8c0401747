import { defineEndpoint } from "@kite/core";
import { type LTPQuote, LTPQuoteSchema, type LTPQuoteWire } from "@kite/models";
import { record, string } from "valibot";
import { type QuoteCall, quoteCall } from "../quotes/quote-call.ts";

/**
 * Gives the last traded price of each instrument. Rupees.
 *
 * Takes one key or thousands, `EXCHANGE:TRADINGSYMBOL`. Each is sent once, 1,000 in a request at most; more requests follow
 * within the rate limit of one a second. The answer has every key that was asked for, with null for one that Kite does not know.
 *
 * Throws `InvalidInput` for a key without an exchange, before anything is sent.
 *
 * @example
 * const prices = await getLTP(kite, ["NSE:INFY", "BSE:SENSEX"]);
 * prices["NSE:INFY"]?.last_price;
 *
 * @see https://kite.trade/docs/connect/v3/market-quotes/#retrieving-ltp-quotes
 * @function
 */
export const getLTP: QuoteCall<LTPQuote, LTPQuoteWire> = quoteCall(
  defineEndpoint({
    id: "getLTP",
    method: "GET",
    path: "/quote/ltp",
    bucket: "quote",
    response: record(string(), LTPQuoteSchema),
    encode: (instruments: readonly string[]) => ({ query: { i: instruments } }),
  }),
  1_000,
);
