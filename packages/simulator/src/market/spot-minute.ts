import { diceOf, thrown } from "./dice.ts";
import type { Bar } from "./spot-path.ts";

export const SECONDS = 60;

/** How far the level strays from the straight line between its turning points, as a part of the minute's range. */
const STRAY = 0.3;

/** A spot's level in every second of a minute: it begins at the open, touches the high and the low once, and ends at the close. */
export class SpotMinute {
  readonly bar: Bar;
  readonly levels: Float64Array = new Float64Array(SECONDS);
  /** Seconds in which it touches the high and the low; neither is the first or the last one. */
  readonly highAt: number;
  readonly lowAt: number;

  /** @param at - When the minute begins, epoch ms. */
  constructor(seed: number, name: string, at: number, bar: Bar) {
    const dice = diceOf(seed, `seconds of ${name} ${at}`);
    const one = 1 + Math.floor(thrown(dice, 100) * 28);
    const other = 30 + Math.floor(thrown(dice, 101) * 29);
    // a minute that rises has mostly been at its low first
    const rises = bar.close >= bar.open !== thrown(dice, 102) < 0.2;
    this.bar = bar;
    this.highAt = rises ? other : one;
    this.lowAt = rises ? one : other;
    this.#run(dice, 0, bar.open, one, rises ? bar.low : bar.high);
    this.#run(dice, one, rises ? bar.low : bar.high, other, rises ? bar.high : bar.low);
    this.#run(dice, other, rises ? bar.high : bar.low, SECONDS - 1, bar.close);
  }

  /** From one turning point to the next. */
  #run(dice: number, from: number, start: number, to: number, end: number): void {
    const { high, low } = this.bar;
    for (let second = from + 1; second < to; second += 1) {
      const way = (second - from) / (to - from);
      const stray = (2 * thrown(dice, second) - 1) * STRAY * (high - low);
      this.levels[second] = Math.max(low, Math.min(high, start + (end - start) * way + stray));
    }
    this.levels[from] = start;
    this.levels[to] = end;
  }
}
