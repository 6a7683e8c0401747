import {
  CandlestickSeries,
  ColorType,
  createChart,
  HistogramSeries,
  type IChartApi,
  type ISeriesApi,
  LineStyle,
  type Time,
  type UTCTimestamp,
} from "lightweight-charts";
import { continued } from "../live/continued.ts";
import { decimalsOf, formatPrice } from "../market/price-text.ts";
import type { CandleRow } from "./candle-rows.ts";
import type { ChartLine } from "./chart-lines.ts";
import { toAxis } from "./chart-time.ts";
import { type ChartColours, chartColours } from "./colours.ts";
import type { ChartInterval } from "./intervals.ts";
import { PriceLines } from "./price-lines.ts";

/** What is drawn. */
interface ShownCandles {
  /** Names what is shown: while it is the same, the part that is in sight stays. */
  readonly series: string;
  /** The oldest first. */
  readonly candles: readonly CandleRow[];
  readonly interval: ChartInterval;
  readonly tick_size: number;
}

/** Candles above their volume. */
export interface CandleChart {
  show(shown: ShownCandles): void;
  /** Continues what is shown: newer candles, the first of which may take the place of the last one. */
  follow(latest: readonly CandleRow[]): void;
  /** Draws lines over the candles, and takes away those that were there. */
  mark(lines: readonly ChartLine[]): void;
  /** Takes the colours of the theme that is on the page. */
  paint(): void;
  remove(): void;
}

/** Room for a candle with its gaps at first, as a part of the size of the letters. */
const CANDLE_WIDTH = 0.66;

/** Makes the chart in an element that it fills. `onPoint` hears which candle the pointer is on. */
export function createCandleChart(place: HTMLElement, onPoint: (candle: CandleRow | undefined) => void): CandleChart {
  const chart = createChart(place, {
    autoSize: true,
    // it would bring a style sheet of its own, which the page's policy refuses; the view names the source in a link
    layout: { attributionLogo: false },
    // the page scrolls on, with the wheel and with a finger
    handleScroll: { mouseWheel: false, vertTouchDrag: false },
    handleScale: { mouseWheel: false },
    kineticScroll: { touch: false, mouse: false },
    timeScale: { rightOffset: 3, minBarSpacing: 1 },
    // no price is cut in half at the edge
    rightPriceScale: { entireTextOnly: true },
  });
  // the label of a hollow candle would be hollow too: the last price has a line of its own
  const prices = chart.addSeries(CandlestickSeries, { lastValueVisible: false, priceLineVisible: false });
  const lastPrice = prices.createPriceLine({ price: 0, lineWidth: 1, lineStyle: LineStyle.Dotted });
  const lines = new PriceLines(prices);
  const volumes = chart.addSeries(HistogramSeries, {
    priceScaleId: "volume",
    priceFormat: { type: "volume" },
    lastValueVisible: false,
    priceLineVisible: false,
  });
  chart.priceScale("volume").applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });

  let shown: ShownCandles | undefined;
  const byTime = new Map<Time, CandleRow>();
  chart.subscribeCrosshairMove(({ time }) => onPoint(time === undefined ? undefined : byTime.get(time)));

  const paint = () => {
    const colours = chartColours(place);
    colour(chart, prices, place, colours);
    lines.paint(colours);
    if (!shown) return;
    volumes.setData(shown.candles.map((candle) => volumeBar(candle, colours)));
    drawLastPrice(shown.candles.at(-1), colours);
  };
  const drawLastPrice = (candle: CandleRow | undefined, colours: ChartColours) => {
    const [, open = 0, , , close = 0] = candle ?? [];
    const color = close >= open ? colours.gain : colours.loss;
    lastPrice.applyOptions({ price: close, color, axisLabelColor: color, axisLabelTextColor: colours.surface });
  };
  return {
    paint,
    show(next) {
      const isSame = shown?.series === next.series;
      shown = next;
      byTime.clear();
      for (const candle of next.candles) byTime.set(axisTime(candle), candle);
      const hasVolume = next.candles.some(([, , , , , volume]) => volume > 0);
      describe(chart, prices, volumes, next, hasVolume);
      const range = isSame ? chart.timeScale().getVisibleLogicalRange() : null;
      prices.setData(next.candles.map(priceBar));
      paint();
      if (range) chart.timeScale().setVisibleLogicalRange(range);
      else showLatest(chart, place, next.candles.length);
    },
    follow(latest) {
      const from = shown?.candles.at(-1)?.[0];
      if (!shown || from === undefined) return;
      const newer = latest.filter(([at]) => at >= from);
      if (newer.length === 0) return;
      const colours = chartColours(place);
      for (const candle of newer) {
        byTime.set(axisTime(candle), candle);
        prices.update(priceBar(candle));
        volumes.update(volumeBar(candle, colours));
      }
      shown = { ...shown, candles: continued(shown.candles, newer) };
      drawLastPrice(newer.at(-1), colours);
    },
    mark: (next) => lines.show(next, chartColours(place)),
    remove: () => chart.remove(),
  };
}

function describe(
  chart: IChartApi,
  prices: ISeriesApi<"Candlestick">,
  volumes: ISeriesApi<"Histogram">,
  { interval, tick_size }: ShownCandles,
  hasVolume: boolean,
): void {
  chart.applyOptions({
    localization: { locale: "en-IN", priceFormatter: (price: number) => formatPrice(price, tick_size) },
    timeScale: { timeVisible: interval !== "day", secondsVisible: false },
  });
  prices.applyOptions({ priceFormat: { type: "price", precision: decimalsOf(tick_size), minMove: tick_size } });
  volumes.applyOptions({ visible: hasVolume });
  prices.priceScale().applyOptions({ scaleMargins: { top: 0.08, bottom: hasVolume ? 0.24 : 0.08 } });
}

/** Rising candles are hollow and falling ones filled, so that they differ without colour too. */
function colour(
  chart: IChartApi,
  prices: ISeriesApi<"Candlestick">,
  place: HTMLElement,
  { surface, text, line, crosshair, gain, loss }: ChartColours,
): void {
  const { fontFamily, fontSize } = getComputedStyle(place);
  chart.applyOptions({
    layout: {
      background: { type: ColorType.Solid, color: surface },
      textColor: text,
      fontFamily,
      fontSize: Math.round(Number.parseFloat(fontSize)),
    },
    grid: { vertLines: { color: line }, horzLines: { color: line } },
    rightPriceScale: { borderColor: line },
    timeScale: { borderColor: line },
    crosshair: {
      vertLine: { color: crosshair, labelBackgroundColor: text },
      horzLine: { color: crosshair, labelBackgroundColor: text },
    },
  });
  prices.applyOptions({
    ...{ upColor: surface, borderUpColor: gain, wickUpColor: gain },
    ...{ downColor: loss, borderDownColor: loss, wickDownColor: loss },
  });
}

/** Shows as many of the latest candles as there is room for. */
function showLatest(chart: IChartApi, place: HTMLElement, count: number): void {
  const width = CANDLE_WIDTH * Number.parseFloat(getComputedStyle(place).fontSize);
  const room = Math.max(20, Math.floor(place.clientWidth / width));
  chart.timeScale().setVisibleLogicalRange({ from: Math.max(-1, count - room), to: count + 2 });
}

const axisTime = ([at]: CandleRow): UTCTimestamp => toAxis(at) as UTCTimestamp;

const priceBar = (candle: CandleRow) => {
  const [, open, high, low, close] = candle;
  return { time: axisTime(candle), open, high, low, close };
};

const volumeBar = (candle: CandleRow, { gainSoft, lossSoft }: ChartColours) => {
  const [, open, , , close, value] = candle;
  return { time: axisTime(candle), value, color: close >= open ? gainSoft : lossSoft };
};
