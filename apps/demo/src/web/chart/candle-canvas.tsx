import { type ReactNode, useEffect, useRef } from "react";
import { onThemeChange } from "../header/theme.ts";
import { type CandleChart, createCandleChart } from "./candle-chart.ts";
import type { CandleRow } from "./candle-rows.ts";
import type { ChartLine } from "./chart-lines.ts";
import type { ChartInterval } from "./intervals.ts";

interface CandleCanvasProps {
  /** Changes when other candles are shown, as for another instrument or width. */
  readonly series: string;
  readonly candles: readonly CandleRow[];
  /** What continues them, as it comes. */
  readonly latest: readonly CandleRow[];
  readonly lines: readonly ChartLine[];
  readonly interval: ChartInterval;
  readonly tick_size: number;
  /** What the picture shows, in words. */
  readonly summary: string;
  /** Hears which candle the pointer is on; undefined when it is on none. */
  readonly onPoint: (candle: CandleRow | undefined) => void;
}

/** The candles, drawn. Follows the theme and the size of its place. */
export default function CandleCanvas(props: CandleCanvasProps): ReactNode {
  const { series, candles, latest, lines, interval, tick_size, summary, onPoint } = props;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<CandleChart>(undefined);
  useEffect(() => {
    if (!place.current) return;
    const created = createCandleChart(place.current, onPoint);
    chart.current = created;
    const endTheme = onThemeChange(created.paint);
    return () => {
      endTheme();
      created.remove();
    };
  }, [onPoint]);
  useEffect(() => {
    chart.current?.show({ series, candles, interval, tick_size });
  }, [series, candles, interval, tick_size]);
  useEffect(() => {
    chart.current?.follow(latest);
  }, [series, candles, latest]);
  useEffect(() => {
    chart.current?.mark(lines);
  }, [lines]);
  return <div className="chart-canvas" ref={place} role="img" aria-label={summary} />;
}
