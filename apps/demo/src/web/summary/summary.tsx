import type { HoldingsSummary } from "@kite/portfolio";
import type { ReactNode } from "react";
import { formatRupees } from "../../shared/rupees.ts";
import { Bone } from "../states/bone.tsx";
import { Change } from "./change.tsx";

interface SummaryProps {
  /** Undefined while they are on their way. */
  readonly totals: HoldingsSummary | undefined;
  /** How many holdings the figures are of. */
  readonly holdings: number | undefined;
  /** How old the prices are. */
  readonly children: ReactNode;
}

/** The holdings in four figures. */
export function Summary({ totals, holdings, children }: SummaryProps): ReactNode {
  return (
    <section className="summary panel" aria-label="Summary of the holdings">
      <Tile name="Current value" of={holdings} note={children} lead>
        {totals && formatRupees(totals.current_value)}
      </Tile>
      <Tile name="Invested">{totals && formatRupees(totals.invested_amount)}</Tile>
      <Tile name="Today">{totals && <Change rupees={totals.today_pnl} percent={totals.today_pnl_percent} />}</Tile>
      <Tile name="Total P&L">{totals && <Change rupees={totals.total_pnl} percent={totals.total_pnl_percent} />}</Tile>
    </section>
  );
}

interface TileProps {
  readonly name: string;
  /** Number of holdings it is about. */
  readonly of?: number | undefined;
  /** What stands beside the name. */
  readonly note?: ReactNode;
  readonly lead?: boolean;
  readonly children: ReactNode;
}

function Tile({ name, of, note, lead = false, children }: TileProps): ReactNode {
  return (
    <div className={lead ? "tile lead" : "tile"}>
      <div className="tile-head">
        <h2 className="tile-name">
          {name}
          {of ? <span className="tile-of"> of {of === 1 ? "one holding" : `${of} holdings`}</span> : null}
        </h2>
        {note}
      </div>
      <p className="tile-figure">{children ?? <Bone width={lead ? "11ch" : "9ch"} />}</p>
    </div>
  );
}
