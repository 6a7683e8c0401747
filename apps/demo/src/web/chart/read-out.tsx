import type { ReactNode } from "react";
import { directionOf, formatPercent, formatQuantity } from "../../shared/rupees.ts";
import { formatPrice } from "../market/price-text.ts";
import { Bone } from "../states/bone.tsx";
import { percentChange } from "./candle-change.ts";
import type { CandleRow } from "./candle-rows.ts";
import { candleTime } from "./chart-time.ts";
import type { ChartInterval } from "./intervals.ts";

interface ReadOutProps {
  /** The candle beneath the pointer, or the latest one; undefined when there is none. */
  readonly candle: CandleRow | undefined;
  /** The one before it; undefined for the first. */
  readonly before: CandleRow | undefined;
  readonly interval: ChartInterval;
  readonly tick_size: number;
  readonly isLoading: boolean;
}

/** The figures of one candle. */
export function ReadOut({ candle, before, interval, tick_size, isLoading }: ReadOutProps): ReactNode {
  if (!candle) return <p className="read-out">{isLoading && <Bone width="24ch" />}</p>;
  const [at, open, high, low, close, volume] = candle;
  const percent = percentChange(candle, before);
  const price = (value: number) => formatPrice(value, tick_size);
  return (
    <p className="read-out">
      <time dateTime={new Date(at * 1000).toISOString()}>{candleTime(at, interval)}</time>
      <Figure name="Open" value={price(open)} />
      <Figure name="High" value={price(high)} />
      <Figure name="Low" value={price(low)} />
      <Figure name="Close" value={price(close)} />
      <span className={`change ${directionOf(percent)}`} title="From the close before">
        {formatPercent(percent)}
      </span>
      {volume > 0 && <Figure name="Volume" value={formatQuantity(volume)} />}
    </p>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <span className={name === "Volume" ? undefined : "read-price"}>
      <abbr title={name}>{name[0]}</abbr> {value}
    </span>
  );
}
