import type { ReactNode } from "react";
import type { HoldingTotals } from "../../shared/api.ts";
import { formatRupees } from "../../shared/rupees.ts";
import { Bone } from "../states/bone.tsx";
import { Change } from "./change.tsx";

interface SummaryProps {
  /** Undefined while they are on their way. */
  readonly totals: HoldingTotals | undefined;
  /** How many holdings the figures are of. */
  readonly holdings: number | undefined;
}

/** The holdings in four figures. */
export function Summary({ totals, holdings }: SummaryProps): ReactNode {
  return (
    <section className="summary panel" aria-label="Summary of the holdings">
      <Tile name="Current value" of={holdings} lead>
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
  readonly lead?: boolean;
  readonly children: ReactNode;
}

function Tile({ name, of, lead = false, children }: TileProps): ReactNode {
  return (
    <div className={lead ? "tile lead" : "tile"}>
      <h2 className="tile-name">
        {name}
        {of ? <span className="tile-of"> of {of === 1 ? "one holding" : `${of} holdings`}</span> : null}
      </h2>
      <p className="tile-figure">{children ?? <Bone width={lead ? "11ch" : "9ch"} />}</p>
    </div>
  );
}
