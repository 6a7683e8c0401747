import type { HoldingsReport, PositionsReport } from "@kite/portfolio";
import { amountCell, changeCell, percentCell, quantityCell, textCell } from "./figures.ts";
import type { Paint } from "./paint.ts";
import { layOut } from "./table.ts";

/** Holdings with their totals, the most valuable first. */
export function holdingsTable(report: HoldingsReport, paint: Paint): string[] {
  if (report.holdings.length === 0) return [paint.faint("No holdings yet.")];
  const rows = [...report.holdings].sort((one, other) => other.current_value - one.current_value);
  return layOut(
    [
      { title: "Holding" },
      { title: "Units", align: "right" },
      { title: "Avg. cost", align: "right" },
      { title: "LTP", align: "right" },
      { title: "Value", align: "right" },
      { title: "Total P&L", align: "right" },
      { title: "", align: "right" },
    ],
    rows.map(({ holding, units, current_value, total_pnl, total_pnl_percent }) => [
      textCell(`${holding.exchange}:${holding.tradingsymbol}`),
      quantityCell(units),
      amountCell(holding.average_price),
      amountCell(holding.last_price),
      amountCell(current_value),
      changeCell(total_pnl, paint),
      percentCell(total_pnl_percent, paint),
    ]),
    [
      { text: "Total", paint: paint.bold },
      textCell(""),
      textCell(""),
      textCell(""),
      { ...amountCell(report.current_value), paint: paint.bold },
      changeCell(report.total_pnl, paint),
      percentCell(report.total_pnl_percent, paint),
    ],
    paint.faint,
  );
}

/** Positions with their gains, as the exchange lists them. */
export function positionsTable({ positions, pnl, realised }: PositionsReport, paint: Paint): string[] {
  if (positions.length === 0) return [paint.faint("No positions today.")];
  return layOut(
    [
      { title: "Position" },
      { title: "Product" },
      { title: "Qty.", align: "right" },
      { title: "LTP", align: "right" },
      { title: "Realised", align: "right" },
      { title: "P&L", align: "right" },
    ],
    positions.map(({ position, ...gains }) => [
      textCell(`${position.exchange}:${position.tradingsymbol}`),
      textCell(position.product),
      quantityCell(position.quantity),
      amountCell(position.last_price),
      amountCell(gains.realised),
      changeCell(gains.pnl, paint),
    ]),
    [
      { text: "Total", paint: paint.bold },
      textCell(""),
      textCell(""),
      textCell(""),
      amountCell(realised),
      changeCell(pnl, paint),
    ],
    paint.faint,
  );
}
