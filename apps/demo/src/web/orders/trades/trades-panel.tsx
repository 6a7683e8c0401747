import { type ReactNode, useId } from "react";
import { Empty } from "../../states/empty.tsx";
import { wordsFor } from "../../states/problem.tsx";
import { useLastError } from "../../states/use-last-error.ts";
import { indianTime } from "../../time.ts";
import type { TradesRows } from "./trades-rows.ts";
import { TradesTable } from "./trades-table.tsx";

interface TradesPanelProps {
  /** Undefined while they are on their way. */
  readonly trades: TradesRows | undefined;
  /** Why they could not be had just now. */
  readonly error: Error | null;
  /** When those came that are shown, in epoch milliseconds. */
  readonly at: number;
  readonly retry: () => void;
}

/** What was traded today, and what it gained. */
export function TradesPanel({ trades, error, at, retry }: TradesPanelProps): ReactNode {
  const heading = useId();
  const lastError = useLastError(error, trades !== undefined);
  const count = trades?.instruments.reduce((sum, { fills }) => sum + fills.length, 0);
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>
          Trades <span className="count">{count}</span>
        </h2>
        <p className="panel-note">
          {error && trades
            ? `Of ${indianTime(at)}; newer ones cannot be had`
            : "Realised: first in, first out, before charges"}
        </p>
      </div>
      {lastError && !trades ? (
        <Empty title={wordsFor(lastError).message}>
          {wordsFor(lastError).advice}
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        </Empty>
      ) : trades?.instruments.length === 0 ? (
        <Empty title="No trades today">What your orders buy and sell appears here.</Empty>
      ) : (
        <TradesTable trades={trades} labelledBy={heading} />
      )}
      {trades && <Caveats trades={trades} />}
    </section>
  );
}

function Caveats({ trades: { withoutMultiplier, leftOut } }: { readonly trades: TradesRows }): ReactNode {
  if (withoutMultiplier.length === 0 && leftOut === 0) return null;
  return (
    <p className="caveats">
      {withoutMultiplier.length > 0 &&
        `In no total, because it is not known what a lot is worth: ${withoutMultiplier.join(", ")}. `}
      {leftOut > 0 && `Not counted, because the exchange sent no usable numbers: ${leftOut}.`}
    </p>
  );
}
