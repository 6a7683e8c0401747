import { type ReactNode, useId } from "react";
import type { MarketsAnswer } from "../../shared/market-api.ts";
import { useFigures } from "../api/use-figures.ts";
import { Bone } from "../states/bone.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import { MarketChip } from "./market-chip.tsx";

/** Hours that people ask about, by the calendar's names. */
const markets = [
  { segment: "NSE", name: "Shares" },
  { segment: "NSE-CAS", name: "Shares with derivatives" },
  { segment: "NFO", name: "Futures and options" },
  { segment: "CDS", name: "Currencies" },
  { segment: "MCX", name: "Metals and energy" },
  { segment: "MCX-AGRI", name: "Farm goods" },
] as const;

/** What every market does now. */
export function MarketsPanel(): ReactNode {
  const heading = useId();
  const { data, error, refetch, isFetching } = useFigures<MarketsAnswer>("/api/markets", { every: 30_000 });
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Market hours</h2>
        <span className="panel-note">by the calendar</span>
      </div>
      {error && !data ? (
        <PanelProblem error={error} retry={refetch} busy={isFetching} />
      ) : (
        <dl className="markets">
          {markets.map(({ segment, name }) => {
            const market = data?.markets.find((row) => row.segment === segment);
            return (
              <div key={segment}>
                <dt>{name}</dt>
                <dd>
                  {market && data ? <MarketChip market={market} now={Date.parse(data.at)} /> : <Bone width="14ch" />}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </section>
  );
}
