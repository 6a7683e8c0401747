import type { ReactNode } from "react";
import { useFigures } from "../api/use-figures.ts";
import { ChartPanel } from "../chart/chart-panel.tsx";
import { useWatch } from "../live/use-live.ts";
import { ViewFrame } from "../shell/view-frame.tsx";
import { WatchlistPanel } from "../watchlist/watchlist-panel.tsx";
import { ChainPanel } from "./chain-panel.tsx";
import { DepthPanel } from "./depth-panel.tsx";
import { MarketsPanel } from "./markets-panel.tsx";
import { quoteFigures } from "./quote-figures.ts";
import { QuotePanel } from "./quote-panel.tsx";
import { useInstrumentKey } from "./use-instrument-key.ts";
import "../styles/market.css";
import "../styles/chain.css";

/** A share that has all there is to see: a book, candles, futures and options. */
const FIRST = "NSE:RELIANCE";
/** Milliseconds between two quotes: the exchange answers one request for quotes a second, and the option chain has its own. */
const QUOTE_MS = 5_000;

/** One instrument from every side: quote, book, candles, options. */
export function MarketView(): ReactNode {
  const [named] = useInstrumentKey("market");
  const key = named ?? FIRST;
  const quote = useFigures(quoteFigures(key), { every: QUOTE_MS });
  useWatch(quote.data?.instrument.instrument_token, "full");
  const failed = quote.error !== null && !quote.data;
  return (
    <ViewFrame title="Market" className="board market-view" figures={[]}>
      <div className="board-tables">
        <QuotePanel instrument={key} quote={quote} />
        <ChartPanel instrument={key} quote={quote.data} missing={failed} />
        {quote.data?.options_on && <ChainPanel key={quote.data.options_on} name={quote.data.options_on} shown={key} />}
      </div>
      <aside className="board-side" aria-label="Watchlist, book and hours">
        <WatchlistPanel shown={quote.data?.instrument} />
        <DepthPanel quote={quote.data} failed={failed} />
        <MarketsPanel />
      </aside>
    </ViewFrame>
  );
}
