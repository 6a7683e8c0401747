import type { HoldingsReport, PositionsReport, PositionsWithPnl, ValuedHolding } from "@kite/portfolio";
import type { HoldingRow, Mover, PortfolioAnswer, PositionList } from "../shared/api.ts";
import { openQuantity } from "./open-quantity.ts";

const MOVERS = 3;

/** Puts the SDK's reports into the page's words. */
export function portfolioAnswer(holdings: HoldingsReport, { net, day }: PositionsWithPnl, at: Date): PortfolioAnswer {
  const nameOf = (row: { exchange: string; tradingsymbol: string } | null) => `${row?.exchange}:${row?.tradingsymbol}`;
  return {
    holdings: holdings.holdings.map(holdingRow),
    totals: figuresOf(holdings),
    winners: holdings.winners.slice(0, MOVERS).map(mover),
    losers: holdings.losers.slice(0, MOVERS).map(mover),
    net: positionList(net),
    day: positionList(day),
    left_out: [...new Set([...holdings.leftOut, ...net.leftOut, ...day.leftOut].map(nameOf))],
    without_close: holdings.withoutClose.map(nameOf),
    at: at.toISOString(),
  };
}

function figuresOf(figures: PortfolioAnswer["totals"]): PortfolioAnswer["totals"] {
  const { invested_amount, current_value, total_pnl, total_pnl_percent, today_pnl, today_pnl_percent } = figures;
  return { invested_amount, current_value, total_pnl, total_pnl_percent, today_pnl, today_pnl_percent };
}

function holdingRow({ holding, units, allocation, ...figures }: ValuedHolding): HoldingRow {
  const { exchange, tradingsymbol, average_price, last_price, t1_quantity, discrepancy } = holding;
  return {
    exchange,
    tradingsymbol,
    units,
    average_price,
    last_price,
    allocation,
    t1_quantity,
    pledged_quantity: holding.collateral_quantity,
    mtf_quantity: holding.mtf?.quantity ?? 0,
    discrepancy,
    ...figuresOf(figures),
  };
}

function mover({ holding: { exchange, tradingsymbol }, total_pnl, total_pnl_percent }: ValuedHolding): Mover {
  return { exchange, tradingsymbol, total_pnl, total_pnl_percent };
}

function positionList({ positions, pnl, realised, unrealised }: PositionsReport): PositionList {
  return {
    pnl,
    realised,
    unrealised,
    rows: positions.map(({ position, ...gains }) => {
      const { exchange, tradingsymbol, product, quantity, average_price, last_price } = position;
      const open = openQuantity(position);
      return { exchange, tradingsymbol, product, quantity, average_price, last_price, open, ...pnlOf(gains) };
    }),
  };
}

const pnlOf = ({ pnl, realised, unrealised }: { pnl: number; realised: number; unrealised: number }) => ({
  pnl,
  realised,
  unrealised,
});
