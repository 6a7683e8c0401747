import { invalidInput } from "@kite/core";
import type { Candle } from "@kite/models";
import type { Tick } from "../decode/tick.ts";
import { BarClock, type CandleInterval, type TradingHours } from "./bar-clock.ts";
import { CandleSeries } from "./candle-series.ts";
import { traded } from "./traded.ts";
import { tradingHours } from "./trading-hours.ts";

export interface CandleBuilderOptions {
  /** Length of the bars. */
  readonly interval: CandleInterval;
  /** The part of the day that has bars, for all instruments or by token. Default: from 09:00 or 09:15 on, by `tradingHours`. */
  readonly hours?: TradingHours | ((instrument_token: number) => TradingHours) | undefined;
  /**
   * Seconds that a bar waits for its last trades after its end, before the clock closes it. Ticks are up to about a second old, and
   * their times have no fractions. Default 2.
   */
  readonly graceSeconds?: number | undefined;
  /** Gets each bar when it is closed. It does not change any more. */
  readonly onBar?: ((bar: Candle, instrument_token: number) => void) | undefined;
}

export interface CandleSeed {
  /** When the history was asked for; default now. A last bar that was over by then is closed and not told again. */
  readonly at?: Date | undefined;
  /**
   * Volume of the day at that moment, as a tick or a quote had it. With it no share is lost or counted twice at the seam; without it
   * what is traded between the history and the next tick is missing from the running bar.
   */
  readonly dayVolume?: number | undefined;
}

/**
 * Builds bars from ticks, for any number of instruments, in the form of the historical candles.
 *
 * - Bars are cut from the start of trading on, in Indian time. A time without trades has no bar.
 * - A trade belongs to the bar of its trade time, which mode `full` tells. Other ticks belong to the bar of their arrival; those of an
 *   index in mode `full` to that of their exchange time.
 * - A subscription begins with one tick of mode `quote`, whatever its own: the last trade, however old. So the first tick of mode
 *   `quote`, and the first after ticks of another mode, makes no bar; without times the volume counts from it on.
 * - Within a bar, ticks may come in any order: the earliest trade is the open, the latest the close.
 * - A bar is closed by the first tick of a later bar, or by `advance` when its time is over. What comes for it after that is late: its
 *   price counts no more, its volume counts in the running bar.
 * - The volume is the difference of the day's volume between ticks. What was traded before the first bar, in the pre-open, is in the
 *   first bar. A builder that begins in the middle of the day counts from its first tick on.
 * - A volume that falls to half or less has begun again and counts from zero; one that falls by less is a correction, and nothing
 *   counts until the old mark is passed. In mode `ltp`, and of an index, there is no volume: 0.
 * - Ticks before the start, and from the end of the hours on, make no bar.
 *
 * Prices are those of the ticks: nothing is computed with them, so nothing drifts.
 *
 * Throws `InvalidInput` for an interval or hours that are none.
 *
 * @example
 * const bars = new CandleBuilder({ interval: "5minute", onBar: (bar, token) => console.log(token, bar.close) });
 * ticker.on("tick", (tick) => bars.add(tick));
 * setInterval(() => bars.advance(), 1000);
 */
export class CandleBuilder {
  readonly #options: CandleBuilderOptions;
  readonly #grace: number;
  readonly #series = new Map<number, CandleSeries>();

  constructor(options: CandleBuilderOptions) {
    const { interval, hours, graceSeconds = 2 } = options;
    if (!(graceSeconds >= 0)) throw invalidInput("graceSeconds", `must be 0 or more, got ${graceSeconds}`);
    this.#options = options;
    this.#grace = graceSeconds * 1000;
    // Refuses a wrong setting now and not at the first tick.
    new BarClock(interval, typeof hours === "object" ? hours : { start: "09:15" });
  }

  /** Counts a tick. `arrival` is when it came, for ticks that carry no time. */
  add(tick: Tick, arrival: Date = new Date()): void {
    const token = tick.instrument_token;
    this.#tell(this.#of(token).add(traded(tick, arrival.getTime())), token);
  }

  /** Closes the bars whose time is over. Call it every second or so, or a bar waits for the next tick of its instrument. */
  advance(now: Date = new Date()): void {
    for (const [token, series] of this.#series) this.#tell(series.advance(now.getTime()), token);
  }

  /** Gives a copy of the bar that is running; undefined when there is none. */
  live(instrument_token: number): Candle | undefined {
    return this.#series.get(instrument_token)?.live;
  }

  /**
   * Takes over from history of the same interval, the earliest bar first: a last bar that is still running is continued. Ticks that
   * came before are joined with it. History older than the running bar changes nothing.
   *
   * Throws `InvalidInput` when the last bar begins where no bar of this builder does.
   *
   * @example
   * const at = new Date();
   * const from = new Date(at.getTime() - 86_400_000);
   * const candles = await kite.marketData.getHistoricalData({ instrument_token, interval: "5minute", from, to: at });
   * bars.seed(instrument_token, candles, { at });
   */
  seed(instrument_token: number, candles: readonly Candle[], { at = new Date(), dayVolume }: CandleSeed = {}): void {
    this.#of(instrument_token).seed(candles, at.getTime(), dayVolume);
  }

  /** Forgets an instrument and its running bar. */
  forget(instrument_token: number): void {
    this.#series.delete(instrument_token);
  }

  #of(token: number): CandleSeries {
    let series = this.#series.get(token);
    if (!series) {
      const { interval, hours = tradingHours } = this.#options;
      const clock = new BarClock(interval, typeof hours === "function" ? hours(token) : hours);
      series = new CandleSeries(clock, this.#grace);
      this.#series.set(token, series);
    }
    return series;
  }

  #tell(bar: Candle | undefined, token: number): void {
    if (bar) this.#options.onBar?.(bar, token);
  }
}
