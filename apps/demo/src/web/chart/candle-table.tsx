import { type ReactNode, useId } from "react";
import { formatQuantity } from "../../shared/rupees.ts";
import { formatPrice } from "../market/price-text.ts";
import type { CandleRow } from "./candle-rows.ts";
import { candleTime } from "./chart-time.ts";
import type { ChartInterval } from "./intervals.ts";

/** Rows of the table: more would be a download, not something to read. */
const ROWS = 60;

interface CandleTableProps {
  readonly candles: readonly CandleRow[];
  readonly interval: ChartInterval;
  readonly tick_size: number;
}

/** The latest candles in figures, the newest first. */
export function CandleTable({ candles, interval, tick_size }: CandleTableProps): ReactNode {
  const caption = useId();
  const latest = candles.slice(-ROWS).reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="candle-table" tabIndex={0} aria-labelledby={caption}>
      <table className="figures">
        <caption id={caption}>
          The latest {latest.length} of {candles.length} candles, Indian time
        </caption>
        <thead>
          <tr>
            <th scope="col">Begins</th>
            {["Open", "High", "Low", "Close", "Volume"].map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {latest.map(([at, open, high, low, close, volume]) => (
            <tr key={at}>
              <th scope="row">{candleTime(at, interval)}</th>
              {[open, high, low, close].map((price, index) => (
                <td key={`${index}`} className="number">
                  {formatPrice(price, tick_size)}
                </td>
              ))}
              <td className="number">{formatQuantity(volume)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
