import { lazy, type ReactNode, Suspense, useId, useMemo, useState } from "react";
import { useFigures } from "../api/use-figures.ts";
import { continued } from "../live/continued.ts";
import { useLiveCandles } from "../live/use-live-candles.ts";
import { formatPrice } from "../market/price-text.ts";
import type { QuoteRows } from "../market/quote-rows.ts";
import { Empty } from "../states/empty.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import { candleFigures } from "./candle-figures.ts";
import type { CandleRow } from "./candle-rows.ts";
import { CandleTable } from "./candle-table.tsx";
import { type ChartInterval, chartIntervals, intervalNames } from "./intervals.ts";
import { LinesTable } from "./lines-table.tsx";
import { ReadOut } from "./read-out.tsx";
import { summaryOf } from "./summary.ts";
import { useChartLines } from "./use-chart-lines.ts";
import "../styles/chart.css";

// the library is half of the page: it comes when there are candles to draw
const CandleCanvas = lazy(() => import("./candle-canvas.tsx"));

/** Milliseconds between two looks at the candles. */
const CANDLES_MS = 30_000;

interface ChartPanelProps {
  /** `NSE:INFY` */
  readonly instrument: string;
  /** Undefined while it is on its way. */
  readonly quote: QuoteRows | undefined;
  /** There is no such instrument, or no quote of it: its own panel says why. */
  readonly missing: boolean;
}

/** Candles of an instrument, of the width that is chosen, drawn and as a table. */
export function ChartPanel({ instrument, quote, missing }: ChartPanelProps): ReactNode {
  const heading = useId();
  const group = useId();
  const [interval, setInterval] = useState<ChartInterval>("5minute");
  const [asTable, setAsTable] = useState(false);
  const [pointed, setPointed] = useState<CandleRow>();
  const candles = useFigures(candleFigures(instrument, interval), { every: CANDLES_MS, enabled: !missing });
  const tick_size = quote?.instrument.tick_size ?? 0.05;
  const history = candles.data?.candles;
  const latest = useLiveCandles(
    candles.data,
    quote?.instrument.key === instrument ? quote.instrument.instrument_token : undefined,
  );
  const rows = useMemo(() => history && continued(history, latest), [history, latest]);
  const last_price = rows?.at(-1)?.[4];
  const read = pointed ?? rows?.at(-1);
  const lines = useChartLines(quote?.instrument.key === instrument ? quote.instrument : undefined, last_price);
  const summary = useMemo(
    () => history && summaryOf(instrument, interval, history, (price) => formatPrice(price, tick_size)),
    [instrument, interval, history, tick_size],
  );
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Chart</h2>
        <fieldset className="segmented intervals">
          <legend className="visually-hidden">Width of a candle</legend>
          {chartIntervals.map((name) => (
            <label key={name} title={intervalNames[name].long}>
              <input
                type="radio"
                name={group}
                aria-label={intervalNames[name].long}
                checked={interval === name}
                onChange={() => {
                  setInterval(name);
                  setPointed(undefined);
                }}
              />
              <span>{intervalNames[name].short}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <ReadOut
        candle={read}
        before={read && rows?.findLast(([at]) => at < read[0])}
        interval={interval}
        tick_size={tick_size}
        isLoading={!rows && !candles.error && !missing}
      />
      <div className="chart">
        {missing ? (
          <Empty title="No candles">There is no quote to go with them.</Empty>
        ) : candles.error && !rows ? (
          <PanelProblem error={candles.error} retry={candles.refetch} busy={candles.isFetching} />
        ) : rows?.length === 0 ? (
          <Empty title="No candles of this width">Nothing was traded in this time: try a wider one.</Empty>
        ) : (
          <Suspense fallback={<div className="chart-canvas" />}>
            {history && summary ? (
              <CandleCanvas
                series={`${instrument} ${interval}`}
                candles={history}
                latest={latest}
                lines={lines}
                interval={interval}
                tick_size={tick_size}
                summary={summary}
                onPoint={setPointed}
              />
            ) : (
              <div className="chart-canvas chart-wait" />
            )}
          </Suspense>
        )}
      </div>
      <div className="chart-foot">
        <button
          type="button"
          className="button small"
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
          disabled={!rows?.length}
        >
          {asTable ? "Hide the table" : "Show as a table"}
        </button>
        <p>
          Indian time. Chart by{" "}
          <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer">
            TradingView Lightweight Charts™
          </a>
        </p>
      </div>
      {asTable && lines.length > 0 && <LinesTable lines={lines} last_price={last_price} tick_size={tick_size} />}
      {asTable && rows && <CandleTable candles={rows} interval={interval} tick_size={tick_size} />}
    </section>
  );
}
