import { type ReactNode, useId, useState } from "react";
import { SearchIcon } from "../icons.tsx";
import type { PortfolioRows } from "../portfolio/portfolio-rows.ts";
import { Caveats } from "../states/caveats.tsx";
import { Empty } from "../states/empty.tsx";
import { matching } from "./filter.ts";
import { HoldingsTable } from "./holdings-table.tsx";

interface HoldingsPanelProps {
  /** Undefined while it is on its way. */
  readonly portfolio: PortfolioRows | undefined;
  /** When it was asked for, in epoch milliseconds. */
  readonly at: number;
}

/** The holdings, with a search. */
export function HoldingsPanel({ portfolio, at }: HoldingsPanelProps): ReactNode {
  const [search, setSearch] = useState("");
  const heading = useId();
  const { holdings, totals } = portfolio ?? {};
  const shown = holdings && matching(holdings, search);
  const count =
    holdings && (shown?.length === holdings.length ? `${holdings.length}` : `${shown?.length} of ${holdings.length}`);
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>
          Holdings <span className="count">{count}</span>
        </h2>
        <label className="search">
          <SearchIcon />
          <span className="visually-hidden">Filter the holdings</span>
          <input
            type="search"
            placeholder="Symbol, exchange, T1, pledged…"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            disabled={!holdings?.length}
          />
        </label>
        <p className="visually-hidden" role="status">
          {search && `${count} holdings match`}
        </p>
      </div>
      {holdings?.length === 0 ? (
        <Empty title="No holdings yet">Shares you buy for delivery appear here on the next trading day.</Empty>
      ) : shown?.length === 0 ? (
        <Empty title={`Nothing matches “${search.trim()}”`}>
          <button type="button" className="button" onClick={() => setSearch("")}>
            Show all holdings
          </button>
        </Empty>
      ) : (
        <HoldingsTable rows={shown} at={at} totals={shown === holdings ? totals : undefined} labelledBy={heading} />
      )}
      {portfolio && <Caveats portfolio={portfolio} />}
    </section>
  );
}
