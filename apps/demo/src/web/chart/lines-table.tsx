import type { ReactNode } from "react";
import { formatPercent } from "../../shared/rupees.ts";
import { formatPrice } from "../market/price-text.ts";
import type { ChartLine } from "./chart-lines.ts";

interface LinesTableProps {
  readonly lines: readonly ChartLine[];
  readonly last_price: number | undefined;
  readonly tick_size: number;
}

/** The lines of the chart in words and figures. */
export function LinesTable({ lines, last_price, tick_size }: LinesTableProps): ReactNode {
  return (
    <table className="figures lines-table">
      <caption>Orders and what is owned, as drawn in the chart</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col" className="number">
            Price
          </th>
          <th scope="col" className="number">
            From the last price
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, label, price }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td className="number">{formatPrice(price, tick_size)}</td>
            <td className="number">{last_price ? formatPercent(((price - last_price) * 100) / last_price) : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
