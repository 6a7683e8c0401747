import { defineEndpoint } from "@kite/core";
import { type OHLCQuote, OHLCQuoteSchema, type OHLCQuoteWire } from "@kite/models";
import { record, string } from "valibot";
import { type QuoteCall, quoteCall } from "../quotes/quote-call.ts";

/**
 * Gives the last price of each instrument and open, high, low of its session; `ohlc.close` is the close of the day before. Rupees.
 *
 * Takes one key or thousands, `EXCHANGE:TRADINGSYMBOL`. Each is sent once, 1,000 in a request at most; more requests follow
 * within the rate limit of one a second. The answer has every key that was asked for, with null for one that Kite does not know.
 *
 * Throws `InvalidInput` for a key without an exchange, before anything is sent.
 *
 * @example
 * const quotes = await getOHLC(kite, "NSE:INFY");
 * const { last_price, ohlc } = quotes["NSE:INFY"] ?? {};
 *
 * @see https://kite.trade/docs/connect/v3/market-quotes/#retrieving-ohlc-quotes
 * @function
 */
export const getOHLC: QuoteCall<OHLCQuote, OHLCQuoteWire> = quoteCall(
  defineEndpoint({
    id: "getOHLC",
    method: "GET",
    path: "/quote/ohlc",
    bucket: "quote",
    response: record(string(), OHLCQuoteSchema),
    encode: (instruments: readonly string[]) => ({ query: { i: instruments } }),
  }),
  1_000,
);
