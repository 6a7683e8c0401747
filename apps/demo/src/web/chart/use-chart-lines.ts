import { useMemo } from "react";
import { useFigures } from "../api/use-figures.ts";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { ordersFigures } from "../orders/book/orders-figures.ts";
import { portfolioFigures } from "../portfolio/portfolio-figures.ts";
import { type ChartLine, chartLines } from "./chart-lines.ts";

const none: readonly ChartLine[] = [];

/** The lines of an instrument, as the order book and the portfolio have them; none while it is on its way. */
export function useChartLines(
  instrument: InstrumentRow | undefined,
  last_price: number | undefined,
): readonly ChartLine[] {
  const orders = useFigures(ordersFigures).data;
  const { holdings, net } = useFigures(portfolioFigures).data ?? {};
  return useMemo(
    () => (instrument ? chartLines(instrument, { orders, holdings, positions: net }, last_price) : none),
    [instrument, orders, holdings, net, last_price],
  );
}
