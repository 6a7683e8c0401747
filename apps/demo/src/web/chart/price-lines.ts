import {
  type AutoscaleInfo,
  type IPriceLine,
  type ISeriesApi,
  LineStyle,
  type PriceLineOptions,
} from "lightweight-charts";
import type { ChartLine } from "./chart-lines.ts";
import type { ChartColours } from "./colours.ts";

/** A line counts as near when it is no further away from the candles than they are high. */
const NEAR = 1;

/** The lines over the candles: orders dashed, what is owned solid. */
export class PriceLines {
  readonly #series: ISeriesApi<"Candlestick">;
  readonly #drawn = new Map<string, { readonly line: ChartLine; readonly drawing: IPriceLine }>();

  constructor(series: ISeriesApi<"Candlestick">) {
    this.#series = series;
    series.applyOptions({ autoscaleInfoProvider: (original: () => AutoscaleInfo | null) => this.#widened(original()) });
  }

  /** Draws these lines and no others. Those that stay the same are left alone: prices move often, lines seldom. */
  show(lines: readonly ChartLine[], colours: ChartColours): void {
    const wanted = new Map(lines.map((line) => [line.id, line]));
    for (const [id, { drawing }] of this.#drawn) {
      if (wanted.has(id)) continue;
      this.#series.removePriceLine(drawing);
      this.#drawn.delete(id);
    }
    for (const [id, line] of wanted) {
      const known = this.#drawn.get(id);
      if (known && isSame(known.line, line)) continue;
      const options = optionsOf(line, colours);
      known?.drawing.applyOptions(options);
      this.#drawn.set(id, { line, drawing: known?.drawing ?? this.#series.createPriceLine(options) });
    }
  }

  /** Takes other colours. */
  paint(colours: ChartColours): void {
    for (const { line, drawing } of this.#drawn.values()) drawing.applyOptions(optionsOf(line, colours));
  }

  /** The scale follows the candles alone; it makes room for lines that are near. */
  #widened(info: AutoscaleInfo | null): AutoscaleInfo | null {
    if (!info?.priceRange) return info;
    const { minValue: low, maxValue: high } = info.priceRange;
    const room = (high - low) * NEAR;
    const near = [...this.#drawn.values()]
      .map(({ line }) => line.price)
      .filter((price) => price >= low - room && price <= high + room);
    return { ...info, priceRange: { minValue: Math.min(low, ...near), maxValue: Math.max(high, ...near) } };
  }
}

const isSame = (one: ChartLine, other: ChartLine): boolean =>
  one.price === other.price && one.label === other.label && one.kind === other.kind;

function optionsOf({ kind, price, label }: ChartLine, colours: ChartColours): PriceLineOptions {
  const color = colours[kind];
  return {
    price,
    color,
    title: label,
    lineWidth: 1,
    lineStyle: kind === "own" ? LineStyle.Solid : LineStyle.Dashed,
    lineVisible: true,
    axisLabelVisible: true,
    axisLabelColor: color,
    axisLabelTextColor: colours.surface,
  };
}
