import { type ReactNode, useId } from "react";
import type { Mover } from "../portfolio/portfolio-rows.ts";
import { Bone } from "../states/bone.tsx";
import { Empty } from "../states/empty.tsx";
import { Change } from "../summary/change.tsx";

interface MoversPanelProps {
  readonly winners: readonly Mover[] | undefined;
  readonly losers: readonly Mover[] | undefined;
}

/** The holdings that gained and lost most, in rupees. */
export function MoversPanel({ winners, losers }: MoversPanelProps): ReactNode {
  const heading = useId();
  const all = [...(winners ?? []), ...(losers ?? [])];
  const largest = Math.max(...all.map(({ total_pnl }) => Math.abs(total_pnl)));
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Winners and losers</h2>
        <span className="panel-note">total P&L</span>
      </div>
      {winners && losers && all.length === 0 ? (
        <Empty title="No gains, no losses">The holdings that moved most appear here.</Empty>
      ) : (
        <div className="movers">
          <Movers name="Winners" movers={winners} largest={largest} />
          <Movers name="Losers" movers={losers} largest={largest} />
        </div>
      )}
    </section>
  );
}

interface MoversProps {
  readonly name: string;
  readonly movers: readonly Mover[] | undefined;
  /** Rupees; the length of a full bar. */
  readonly largest: number;
}

function Movers({ name, movers, largest }: MoversProps): ReactNode {
  return (
    <div>
      <h3 className="visually-hidden">{name}</h3>
      {movers?.length === 0 && <p className="movers-none">No {name.toLowerCase()}</p>}
      <ul>
        {movers?.map(({ exchange, tradingsymbol, total_pnl, total_pnl_percent }) => (
          <li key={`${exchange}:${tradingsymbol}`} className="mover">
            <span className="symbol">{tradingsymbol}</span>
            <Change rupees={total_pnl} percent={total_pnl_percent} />
            <svg className="mover-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect
                className={total_pnl > 0 ? "gain" : "loss"}
                width={(Math.abs(total_pnl) * 100) / largest}
                height="4"
              />
            </svg>
          </li>
        )) ??
          ["1", "2", "3"].map((key) => (
            <li key={key} className="mover">
              <Bone width="100%" />
            </li>
          ))}
      </ul>
    </div>
  );
}
