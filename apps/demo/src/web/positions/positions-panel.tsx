import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import type { PortfolioRows } from "../portfolio/portfolio-rows.ts";
import { useShell } from "../shell/shell-context.ts";
import { Empty } from "../states/empty.tsx";
import type { PositionRow } from "./position-row.ts";
import { PositionsTable } from "./positions-table.tsx";

const ConvertDialog = lazy(() => import("./convert-dialog.tsx"));

interface PositionsPanelProps {
  /** Undefined while it is on its way. */
  readonly portfolio: PortfolioRows | undefined;
  /** Products the account may use. */
  readonly products: readonly string[] | undefined;
}

const views = [
  { view: "net", name: "Net", hint: "What is open now, and what was closed today" },
  {
    view: "day",
    name: "Day",
    hint: "Today's trading alone: something carried over and sold today shows as short here",
  },
] as const;

/** The positions, seen in two ways, and their conversion. */
export function PositionsPanel({ portfolio, products }: PositionsPanelProps): ReactNode {
  const { live } = useShell();
  const [view, setView] = useState<"net" | "day">("net");
  const [converting, setConverting] = useState<PositionRow>();
  const title = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  const group = useId();
  const list = portfolio?.[view];
  const closeDialog = (opener: Element | null) => {
    setConverting(undefined);
    // a conversion may have taken the row away together with the button that was pressed
    setTimeout(() => !opener?.isConnected && title.current?.focus());
  };
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading} ref={title} tabIndex={-1}>
          Positions <span className="count">{list?.rows.length}</span>
        </h2>
        <fieldset className="segmented">
          <legend className="visually-hidden">Which positions</legend>
          {views.map(({ view: value, name, hint }) => (
            <label key={value} title={hint}>
              <input type="radio" name={group} checked={view === value} onChange={() => setView(value)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {list?.rows.length === 0 ? (
        <Empty title="No positions today">What you trade during the day appears here.</Empty>
      ) : (
        <PositionsTable list={list} labelledBy={heading} {...(view === "net" && { onConvert: setConverting })} />
      )}
      {converting && (
        <Suspense>
          <ConvertDialog row={converting} products={products ?? []} live={live} onClose={closeDialog} />
        </Suspense>
      )}
    </section>
  );
}
