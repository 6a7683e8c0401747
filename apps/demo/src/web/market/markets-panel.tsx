import { getMarketStatus } from "@kite/market-data";
import { type ReactNode, useId } from "react";
import { MarketChip } from "./market-chip.tsx";
import { marketRow } from "./market-row.ts";
import { useNow } from "./use-now.ts";

/** Hours that people ask about, by the calendar's names. */
const markets = [
  { segment: "NSE", name: "Shares" },
  { segment: "NSE-CAS", name: "Shares with derivatives" },
  { segment: "NFO", name: "Futures and options" },
  { segment: "CDS", name: "Currencies" },
  { segment: "MCX", name: "Metals and energy" },
  { segment: "MCX-AGRI", name: "Agricultural commodities" },
] as const;

/** Milliseconds between two looks at the calendar. */
const LOOK_MS = 10_000;

/** What every market does now. */
export function MarketsPanel(): ReactNode {
  const heading = useId();
  const now = useNow(LOOK_MS);
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Market hours</h2>
        <span className="panel-note">by the calendar</span>
      </div>
      <dl className="markets">
        {markets.map(({ segment, name }) => (
          <div key={segment}>
            <dt>{name}</dt>
            <dd>
              <MarketChip market={marketRow(getMarketStatus(segment, new Date(now)))} now={now} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
