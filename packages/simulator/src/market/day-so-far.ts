import type { MinuteWalk } from "./minute-walk.ts";
import type { Draw, Minute, Trades } from "./trades.ts";

/**
 * A session summed up to now. It goes along with the clock, second by second, so that a quote costs the same at the end
 * of the day as at its beginning. Prices are paise.
 */
export class DaySoFar {
  readonly #begin: () => Trades;
  readonly #changedSince: (version: number) => number;
  readonly #version: () => number;
  #trades!: Trades;
  /** Latest moment it was asked about, epoch ms, and what had been set by hand then. */
  #reached!: number;
  #seen!: number;
  /** The minute that is running or was the last one, and the one before it with trades. */
  #draw: Draw | undefined;
  #walk: MinuteWalk | undefined;
  #lastDraw: Draw | undefined;
  /** Everything before the running minute. */
  #before!: Sum;
  #sum!: Sum;

  /**
   * @param begin - Gives the trades of the session from its first minute on.
   * @param pins - Tells which minutes were changed by hand.
   */
  constructor(begin: () => Trades, pins: { version(): number; changedSince(version: number): number }) {
    this.#begin = begin;
    this.#version = pins.version;
    this.#changedSince = pins.changedSince;
    this.#restart();
  }

  /** The minute with the latest trade, as far as it has come. */
  get latest(): Minute | undefined {
    return this.#sum.latest;
  }

  get open(): number {
    return this.#sum.open;
  }

  get high(): number {
    return this.#sum.high;
  }

  get low(): number {
    return this.#sum.low;
  }

  get volume(): number {
    return this.#sum.volume;
  }

  /** Sum of price times quantity over all trades, by the average of each minute's four prices. */
  get value(): number {
    return this.#sum.value;
  }

  get highestInterest(): number {
    return this.#sum.highestInterest;
  }

  get lowestInterest(): number {
    return this.#sum.lowestInterest;
  }

  /** Open interest at the latest trade, or when the session began. */
  get interest(): number {
    return this.latest?.oi ?? this.#trades.interestAtOpen;
  }

  /** Level of what the instrument follows at the end of the session before; paise, with fractions. */
  get reference(): number {
    return this.#trades.reference;
  }

  /** The latest trade: when (epoch ms) and how many lots, 0 for an index; undefined before the first one. */
  get lastTrade(): { readonly at: number; readonly lots: number } | undefined {
    if (this.#draw && this.#walk?.traded) return tradeOf(this.#draw, this.#walk);
    if (!this.#lastDraw) return undefined;
    return tradeOf(this.#lastDraw, this.#trades.walk(this.#lastDraw).goTo(59));
  }

  /** Takes in what has traded up to a moment (epoch ms), its second included. */
  goTo(now: number): this {
    // a clock that was put back
    if (now < this.#reached) this.#restart();
    const version = this.#version();
    if (version !== this.#seen) this.#look(version);
    this.#reached = now;
    while (this.#trades.nextAt <= now) {
      this.#finish();
      this.#draw = this.#trades.draw();
    }
    if (this.#draw) this.#run(this.#draw, Math.min(59, Math.floor((now - this.#draw.at) / 1000)));
    return this;
  }

  /** Forgets what a price that was set by hand has made different: the running minute, or everything. */
  #look(version: number): void {
    const changed = this.#changedSince(this.#seen);
    if (changed < (this.#draw?.at ?? Number.NEGATIVE_INFINITY)) this.#restart();
    else if (changed < Number.POSITIVE_INFINITY) this.#walk = undefined;
    this.#seen = version;
  }

  #run(draw: Draw, second: number): void {
    this.#walk ??= this.#trades.walk(draw);
    const { traded, lots } = this.#walk;
    this.#walk.goTo(second);
    // most seconds of what trades seldom change nothing
    if (this.#walk.traded === traded && this.#walk.lots === lots && lots > 0 && this.#sum !== this.#before) return;
    const minute = this.#trades.minuteOf(draw, this.#walk);
    this.#sum = minute ? sumOf(this.#before, minute) : this.#before;
  }

  #finish(): void {
    const minute = this.#draw && this.#trades.minute(this.#draw);
    if (minute) {
      this.#before = sumOf(this.#before, minute);
      this.#lastDraw = this.#draw;
    }
    this.#sum = this.#before;
    this.#walk = undefined;
  }

  #restart(): void {
    this.#trades = this.#begin();
    this.#reached = Number.NEGATIVE_INFINITY;
    this.#seen = this.#version();
    this.#draw = undefined;
    this.#walk = undefined;
    this.#lastDraw = undefined;
    const interest = this.#trades.interestAtOpen;
    this.#before = {
      latest: undefined,
      open: 0,
      high: 0,
      low: Number.POSITIVE_INFINITY,
      volume: 0,
      value: 0,
      highestInterest: interest,
      lowestInterest: interest,
    };
    this.#sum = this.#before;
  }
}

interface Sum {
  readonly latest: Minute | undefined;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly volume: number;
  readonly value: number;
  readonly highestInterest: number;
  readonly lowestInterest: number;
}

function sumOf(before: Sum, minute: Minute): Sum {
  const { open, high, low, close, volume, oi } = minute;
  return {
    latest: minute,
    open: before.latest ? before.open : open,
    high: Math.max(before.high, high),
    low: Math.min(before.low, low),
    volume: before.volume + volume,
    value: before.value + ((open + high + low + close) / 4) * volume,
    highestInterest: Math.max(before.highestInterest, oi),
    lowestInterest: Math.min(before.lowestInterest, oi),
  };
}

const tradeOf = ({ at }: Draw, { lastSecond, lastLots }: MinuteWalk) => ({
  at: at + lastSecond * 1000,
  lots: lastLots,
});
