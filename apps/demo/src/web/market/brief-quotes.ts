import { getQuote, type Quote } from "@kite/market-data";
import { kite } from "../api/kite.ts";
import type { Figures } from "../api/use-figures.ts";
import { changeOf } from "./quote-rows.ts";

/** What a row of a list says of an instrument. */
export interface BriefQuote {
  readonly last_price: number;
  /** Percent since the previous close; null when there is none. */
  readonly change_percent: number | null;
  readonly oi: number | null;
}

/** By key; null for what the exchange does not know. */
export type BriefQuotes = Readonly<Record<string, BriefQuote | null>>;

/** Quotes of up to 500 instruments, in one request. */
export const briefQuoteFigures = (keys: readonly string[]): Figures<BriefQuotes> => ({
  key: ["quotes", ...keys],
  read: async (signal) => {
    const found = await getQuote(kite, keys, { signal });
    return Object.fromEntries(Object.entries(found).map(([key, quote]) => [key, quote && briefQuote(quote)]));
  },
});

export const briefQuote = (quote: Quote): BriefQuote => ({
  last_price: quote.last_price,
  change_percent: changeOf(quote).change_percent,
  oi: quote.oi ?? null,
});
