import { useMemo } from "react";
import type { QuoteRows } from "../market/quote-rows.ts";
import { liveQuote } from "./live-quote.ts";
import { useLivePrice } from "./use-live.ts";

/** A quote as it is now: with what the stream has said since. */
export function useLiveQuote(quote: QuoteRows | undefined): QuoteRows | undefined {
  const tick = useLivePrice(quote?.instrument.instrument_token)?.tick;
  return useMemo(() => quote && liveQuote(quote, tick), [quote, tick]);
}
