import type { ReactNode } from "react";
import { AllocationPanel } from "../allocation/allocation-panel.tsx";
import { useAccount } from "../api/use-account.ts";
import { useFigures } from "../api/use-figures.ts";
import { FundsPanel } from "../funds/funds-panel.tsx";
import { HoldingsPanel } from "../holdings/holdings-panel.tsx";
import { MoversPanel } from "../movers/movers-panel.tsx";
import { PositionsPanel } from "../positions/positions-panel.tsx";
import { ViewFrame } from "../shell/view-frame.tsx";
import { Summary } from "../summary/summary.tsx";
import { portfolioFigures } from "./portfolio-figures.ts";
import { PriceAge } from "./price-age.tsx";
import { useLivePortfolio } from "./use-live-portfolio.ts";
import "../styles/watchlist.css";
import "../styles/portfolio.css";

/** Holdings and positions with their figures, which follow the market. Shows the outlines of all of it while the first figures are on their way. */
export function PortfolioView(): ReactNode {
  const account = useAccount();
  const portfolio = useFigures(portfolioFigures);
  const { rows, isLive } = useLivePortfolio(portfolio.data);
  const at = portfolio.dataUpdatedAt;
  return (
    <ViewFrame title="Portfolio" className="board" figures={[portfolio, account]}>
      <Summary totals={rows?.totals} holdings={rows?.holdings.length}>
        <PriceAge isLive={isLive} at={at} />
      </Summary>
      <div className="board-tables">
        <HoldingsPanel portfolio={rows} at={at} />
        <PositionsPanel portfolio={rows} products={account.data?.profile.products} />
      </div>
      <aside className="board-side" aria-label="Overview">
        <AllocationPanel holdings={rows?.holdings} />
        <MoversPanel winners={rows?.winners} losers={rows?.losers} />
        <FundsPanel margins={account.data?.margins} />
      </aside>
    </ViewFrame>
  );
}
