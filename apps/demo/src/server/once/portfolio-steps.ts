import { formatRupees } from "../../shared/rupees.ts";
import { conversionToShow } from "../conversion-to-show.ts";
import { changeCell, painted, percentCell } from "../terminal/figures.ts";
import { holdingsTable, positionsTable } from "../terminal/tables.ts";
import { onlyOf } from "./only-of.ts";
import type { Walk } from "./walk.ts";

/** Holdings and positions with their gains, and the conversion of a position. */
export async function portfolioSteps({ kite, terminal, part, step }: Walk): Promise<void> {
  const { block, paint } = terminal;
  part("The portfolio");
  const holdings = await step("kite.portfolio.getHoldings", () => kite.portfolio.getHoldings());
  const report = kite.portfolio.summarizeHoldings(holdings);
  const today = changeCell(report.today_pnl, paint);
  block([
    ...holdingsTable(report, paint),
    "",
    `Invested ${formatRupees(report.invested_amount)}, today ${painted(today)} (${painted(percentCell(report.today_pnl_percent, paint))})`,
  ]);

  const before = await step("kite.portfolio.getPositionsWithPnl", () => kite.portfolio.getPositionsWithPnl());
  block(positionsTable(before.net, paint));

  const conversion = conversionToShow(before.net.positions.map(({ position }) => position));
  if (!conversion) throw new Error("there is no position to convert");
  await step("kite.portfolio.convertPosition", () => kite.portfolio.convertPosition(conversion));
  const { quantity, exchange, tradingsymbol, old_product, new_product } = conversion;
  block([`${quantity} of ${exchange}:${tradingsymbol} moved from ${old_product} to ${new_product}.`]);

  const after = await step("kite.portfolio.getPositionsWithPnl", () => kite.portfolio.getPositionsWithPnl());
  block(positionsTable(onlyOf(after.net, tradingsymbol), paint));
}
