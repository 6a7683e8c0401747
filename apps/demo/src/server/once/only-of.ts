import type { PositionsReport } from "@kite/portfolio";

/** The rows of one instrument, with the totals of those rows. */
export function onlyOf(report: PositionsReport, tradingsymbol: string): PositionsReport {
  const positions = report.positions.filter(({ position }) => position.tradingsymbol === tradingsymbol);
  const sum = (figure: "pnl" | "realised" | "unrealised") => positions.reduce((total, row) => total + row[figure], 0);
  return { ...report, positions, pnl: sum("pnl"), realised: sum("realised"), unrealised: sum("unrealised") };
}
