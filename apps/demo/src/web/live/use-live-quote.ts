import { useMemo } from "react";
import type { QuoteAnswer } from "../../shared/market-api.ts";
import { liveQuote } from "./live-quote.ts";
import { useLivePrice } from "./use-live.ts";

/** A quote as it is now: with what the stream has said since. */
export function useLiveQuote(quote: QuoteAnswer | undefined): QuoteAnswer | undefined {
  const tick = useLivePrice(quote?.instrument.instrument_token)?.tick;
  return useMemo(() => quote && liveQuote(quote, tick), [quote, tick]);
}
