import { CandleBuilder, type Tick } from "@kite/ticker";
import type { CandleRow } from "../chart/candle-rows.ts";
import type { ChartInterval } from "../chart/intervals.ts";

/** Candles whose last one follows the stream: history, what was closed since, and the one that runs. */
export class LiveCandles {
  readonly #token: number;
  readonly #builder: CandleBuilder;
  readonly #history: readonly CandleRow[];
  #closed: CandleRow[] = [];

  /**
   * @param history - The oldest first.
   * @param last - The newest tick when the history came: tells the exchange's time, and how much of the day's volume the history has.
   */
  constructor(interval: ChartInterval, history: readonly CandleRow[], last: Tick) {
    this.#token = last.instrument_token;
    this.#history = history;
    this.#builder = new CandleBuilder({ interval, onBar: (bar) => this.#closed.push(rowOf(bar)) });
    const at = (last.mode === "full" && last.exchange_timestamp) || new Date();
    const dayVolume = last.mode === "full" && last.tradable ? last.volume_traded : undefined;
    this.#builder.seed(this.#token, history.slice(-1).map(candleOf), { at, dayVolume });
    this.add(last);
  }

  add(tick: Tick): void {
    this.#builder.add(tick);
  }

  /** Those that the history does not have as they are now, the oldest first; usually one. */
  get latest(): readonly CandleRow[] {
    const live = this.#builder.live(this.#token);
    const rows = live ? [...this.#closed, rowOf(live)] : this.#closed;
    const from = this.#history.at(-1)?.[0] ?? 0;
    return rows.filter(([at]) => at >= from);
  }
}

type Candle = Parameters<CandleBuilder["seed"]>[1][number];

const candleOf = ([at, open, high, low, close, volume]: CandleRow): Candle => ({
  date: new Date(at * 1000),
  open,
  high,
  low,
  close,
  volume,
});

const rowOf = ({ date, open, high, low, close, volume }: Candle): CandleRow => [
  date.getTime() / 1000,
  open,
  high,
  low,
  close,
  volume,
];
