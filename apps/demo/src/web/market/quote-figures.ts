import { getMarketStatus, getQuote } from "@kite/market-data";
import { kite } from "../api/kite.ts";
import type { Figures } from "../api/use-figures.ts";
import { instrumentRow } from "./instrument-row.ts";
import { loadPageInstruments } from "./instruments.ts";
import { listed, notListed } from "./listed.ts";
import { marketRow } from "./market-row.ts";
import { type QuoteRows, quoteRows } from "./quote-rows.ts";
import { chainNameOf, statusSegmentOf } from "./underlying.ts";

/** The quote of an instrument, `NSE:INFY`, with the instrument and the hours of its market. Throws `KnownFailure` for what is not listed. */
export const quoteFigures = (key: string): Figures<QuoteRows> => ({
  key: ["quote", key],
  read: async (signal) => {
    const instruments = await loadPageInstruments();
    const instrument = listed(instruments, key);
    const quote = (await getQuote(kite, [key], { signal }))[key];
    if (!quote) throw notListed(key);
    const market = marketRow(getMarketStatus(statusSegmentOf(instrument, instruments)));
    return quoteRows(instrumentRow(instrument), quote, market, chainNameOf(instrument, instruments) ?? null);
  },
});
