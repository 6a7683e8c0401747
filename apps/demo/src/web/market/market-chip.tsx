import type { ReactNode } from "react";
import type { MarketRow } from "./market-row.ts";
import { nextChange, phaseName } from "./market-words.ts";

interface MarketChipProps {
  readonly market: MarketRow;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a market does now, and when that changes; times are Indian. */
export function MarketChip({ market, now }: MarketChipProps): ReactNode {
  const { phase, reason, confirmed } = market;
  const next = nextChange(market, now);
  return (
    <span className={`market ${phase}`}>
      <span className="market-phase">{phaseName(phase)}</span>
      {reason && phase !== "unknown" && <span className="market-reason">{reason}</span>}
      {next && (
        <span className="market-next">
          {next} IST
          {!confirmed && <abbr title="The source of the calendar is not certain of these times"> · unconfirmed</abbr>}
        </span>
      )}
    </span>
  );
}
