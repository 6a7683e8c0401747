import { invalidInput } from "@kite/core";
import type { Candle } from "@kite/models";
import { type BarClock, midnightOf, type Period } from "./bar-clock.ts";
import type { Traded } from "./traded.ts";
import { VolumeCounter } from "./volume-counter.ts";

/** A bar that is not closed, and the times of the trades that made its open and its close. */
interface Bar {
  readonly period: Period;
  readonly candle: Candle;
  openAt: number;
  closeAt: number;
}

/** The bars of one instrument, one after the other. Times are milliseconds. */
export class CandleSeries {
  readonly #clock: BarClock;
  readonly #grace: number;
  readonly #volume: VolumeCounter;
  #bar: Bar | undefined;
  /** Nothing earlier than this makes a bar any more. */
  #closedTo = Number.NEGATIVE_INFINITY;
  /** The last tick that told its volume. */
  #last: Traded | undefined;
  /** Mode of the latest tick. */
  #mode: Traded["mode"] | undefined;
  /** The latest tick, when a subscription may have begun with it. */
  #snapshot: Traded | undefined;

  constructor(clock: BarClock, grace: number) {
    this.#clock = clock;
    this.#grace = grace;
    this.#volume = new VolumeCounter(clock);
  }

  /** A copy of the running bar. */
  get live(): Candle | undefined {
    return this.#bar && { ...this.#bar.candle };
  }

  /** Counts a tick. Gives the bar that it closes. */
  add(trade: Traded): Candle | undefined {
    if (this.#isSnapshot(trade)) return undefined;
    const isTrade = this.#isTrade(trade);
    const period = this.#clock.periodAt(trade.at);
    if (!isTrade || !period || this.#isLate(trade, period)) return undefined;
    const before = this.#bar;
    const closed = before && period.from > before.period.from ? this.#close(before) : undefined;
    this.#bar ??= opened(period, trade);
    this.#closedTo = period.from;
    this.#count(this.#bar, trade);
    return closed;
  }

  /** Closes the running bar when its time is over, and gives it. */
  advance(now: number): Candle | undefined {
    if (!this.#bar || now < this.#bar.period.to + this.#grace) return undefined;
    return this.#close(this.#bar);
  }

  /** Takes over from history as it was at `at`. */
  seed(candles: readonly Candle[], at: number, dayVolume: number | undefined): void {
    const last = candles.at(-1);
    if (!last) return;
    const period = this.#clock.periodOf(last.date.getTime());
    if (!period) {
      const problem = `no bar of this length begins at ${last.date.toISOString()}; the interval and hours must be those of the history`;
      throw invalidInput("candles", problem);
    }
    if (period.from < this.#closedTo) return;
    const isRunning = period.to > at;
    const live = this.#bar?.period.from === period.from ? this.#bar : undefined;
    const volume = dayVolume ?? (this.#clock.isDaily && isRunning ? last.volume : undefined);
    const since = volume === undefined ? 0 : this.#volume.beyond(volume, at);
    // Without the day's volume, ticks that came within this bar are the best mark; older ones would count twice what history has.
    const isMarked = volume === undefined ? !!live || period.day !== midnightOf(at) : since > 0;
    if (!isMarked) {
      this.#volume.begin(at, volume);
      // The history has what the snapshot tells.
      this.#last = this.#snapshot ?? this.#last;
      this.#snapshot = undefined;
    }
    this.#bar = isRunning ? continued(period, last, live, since) : undefined;
    this.#closedTo = isRunning ? period.from : period.to;
  }

  /**
   * Tells whether a subscription may have begun with this tick: whatever its mode, the server first repeats the last trade in mode
   * `quote`, however old it is. That is no trade of now. Ticks that tell no time count from it on; those that do have their own, and
   * the arrival by our clock must not come between.
   */
  #isSnapshot(trade: Traded): boolean {
    const { mode } = trade;
    if (this.#snapshot && mode !== "full") this.#begin(this.#snapshot, trade.sent);
    const isSnapshot = mode === "quote" && this.#mode !== "quote";
    this.#snapshot = isSnapshot ? trade : undefined;
    this.#mode = mode;
    return isSnapshot;
  }

  /** Counts from a snapshot on; `now` tells whether all of its volume may still be in the first bar of the day. */
  #begin(snapshot: Traded, now: number): void {
    const { volume, sent } = snapshot;
    if (volume === undefined) return;
    this.#last = snapshot;
    if (midnightOf(sent) === midnightOf(now)) this.#volume.look(volume, now);
  }

  /** Learns the volume of the tick, and tells whether it tells of a trade at all. */
  #isTrade(trade: Traded): boolean {
    const { volume, sent, price } = trade;
    if (volume === undefined) return true;
    this.#volume.look(volume, sent);
    const last = this.#last;
    this.#last = trade;
    // In mode `quote` and `full` a tick also comes when somebody changes an order.
    return volume > 0 && (volume !== last?.volume || price !== last.price);
  }

  #isLate({ sent }: Traded, period: Period): boolean {
    if (period.from < this.#closedTo) return true;
    // The last trade of something that is seldom traded, which every tick repeats.
    const isRunning = this.#bar?.period.from === period.from;
    return !isRunning && sent >= period.to + this.#grace;
  }

  #count(bar: Bar, { price, at, sent, volume, oi }: Traded): void {
    const { candle } = bar;
    candle.high = Math.max(candle.high, price);
    candle.low = Math.min(candle.low, price);
    if (at < bar.openAt) {
      candle.open = price;
      bar.openAt = at;
    }
    if (at >= bar.closeAt) {
      candle.close = price;
      bar.closeAt = at;
      if (oi !== undefined) candle.oi = oi;
    }
    if (volume !== undefined) candle.volume += this.#volume.take(volume, sent);
  }

  #close(bar: Bar): Candle {
    this.#bar = undefined;
    this.#closedTo = bar.period.to;
    return bar.candle;
  }
}

function opened(period: Period, { price, at }: Traded): Bar {
  const candle = { date: new Date(period.date), open: price, high: price, low: price, close: price, volume: 0 };
  return { period, candle, openAt: at, closeAt: at };
}

/** The running bar of history with the ticks that came before it, if any; `since` is what they count beyond the history. */
function continued(period: Period, history: Candle, live: Bar | undefined, since: number): Bar {
  const candle = { ...history };
  if (live) {
    const { high, low, close, oi } = live.candle;
    Object.assign(candle, { close, high: Math.max(high, candle.high), low: Math.min(low, candle.low) });
    if (oi !== undefined) candle.oi = oi;
    candle.volume += since;
  }
  // No tick is earlier than the open of the history; the next one is later than its close.
  return { period, candle, openAt: Number.NEGATIVE_INFINITY, closeAt: live?.closeAt ?? Number.NEGATIVE_INFINITY };
}
