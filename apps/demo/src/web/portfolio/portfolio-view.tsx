import type { ReactNode } from "react";
import type { PortfolioAnswer } from "../../shared/api.ts";
import { AllocationPanel } from "../allocation/allocation-panel.tsx";
import { useAccount } from "../api/use-account.ts";
import { useFigures } from "../api/use-figures.ts";
import { FundsPanel } from "../funds/funds-panel.tsx";
import { HoldingsPanel } from "../holdings/holdings-panel.tsx";
import { MoversPanel } from "../movers/movers-panel.tsx";
import { PositionsPanel } from "../positions/positions-panel.tsx";
import { useShell } from "../shell/shell-context.ts";
import { ViewFrame } from "../shell/view-frame.tsx";
import { Summary } from "../summary/summary.tsx";

/** Holdings and positions with their figures. Shows the outlines of all of it while the first figures are on their way. */
export function PortfolioView(): ReactNode {
  const { environment } = useShell();
  const account = useAccount();
  const portfolio = useFigures<PortfolioAnswer>("/api/portfolio");
  return (
    <ViewFrame title="Portfolio" className="board" figures={[portfolio, account]}>
      <Summary totals={portfolio.data?.totals} holdings={portfolio.data?.holdings.length} />
      <div className="board-tables">
        <HoldingsPanel portfolio={portfolio.data} />
        <PositionsPanel environment={environment} portfolio={portfolio.data} products={account.data?.products} />
      </div>
      <aside className="board-side" aria-label="Overview">
        <AllocationPanel holdings={portfolio.data?.holdings} />
        <MoversPanel winners={portfolio.data?.winners} losers={portfolio.data?.losers} />
        <FundsPanel margins={account.data?.margins} />
      </aside>
    </ViewFrame>
  );
}
