import { thrown } from "./dice.ts";
import type { Pin } from "./pins.ts";
import { SECONDS, type SpotMinute } from "./spot-minute.ts";

/** What a minute of an instrument is made of. */
export interface MinuteFacts {
  /** Whether anything trades in it by itself. If not, a price that is set by hand makes it trade, its spot's as well. */
  readonly trades: boolean;
  /** Lots that change hands in the whole minute; 0 for an index. */
  readonly lots: number;
  /** Those of them that change hands in an auction, in the first second; all of them if it has nothing else. */
  readonly atOnce: number;
  /** Row of throws that spreads them over the seconds. */
  readonly dice: number;
  readonly spot: SpotMinute;
  /** What was set by hand in this minute, for the spot and for the instrument alone. */
  readonly spotPin: Pin | undefined;
  readonly ownPin: Pin | undefined;
  /** Paise on the tick grid for a level of the spot. */
  readonly price: (level: number) => number;
}

/** Trades that every minute with trades has: in its first and last second, and where the high and the low are. */
export const FEWEST_LOTS = 4;

/** A minute of an instrument, second by second. After the last one it is exactly the minute's bar. */
export class MinuteWalk {
  readonly #facts: MinuteFacts;
  /** Latest second that is taken in. */
  #second = -1;
  /** Whether there was a trade. */
  traded = false;
  open = 0;
  high = 0;
  low = 0;
  close = 0;
  lots = 0;
  /** Second of the latest trade, and its lots. */
  lastSecond = 0;
  lastLots = 0;

  constructor(facts: MinuteFacts) {
    this.#facts = facts;
  }

  /** Takes in everything up to a second, 0 to 59. A walk goes forwards only. */
  goTo(second: number): this {
    while (this.#second < second) {
      this.#second += 1;
      this.#step(this.#second);
    }
    return this;
  }

  #step(second: number): void {
    const { trades, spot, spotPin, ownPin, price } = this.#facts;
    const moved = trades && this.#exchange(second);
    const byHand = ownPin && second >= ownPin.second;
    const spotByHand = spotPin && second >= spotPin.second;
    // a price is set after the trade that opened the minute
    const opens = moved && second === 0;
    if (moved && (opens || !(byHand || spotByHand))) this.#touch(price(spot.levels[second] as number), second);
    if (spotPin?.second === second && !(ownPin && ownPin.second < second)) {
      for (const level of [spotPin.open, spotPin.high, spotPin.low, spotPin.close]) this.#touch(price(level), second);
    }
    if (ownPin?.second === second) {
      for (const paise of [ownPin.open, ownPin.high, ownPin.low, ownPin.close]) this.#touch(paise, second);
    }
    if (moved && (byHand || spotByHand)) this.lastSecond = second;
  }

  #touch(paise: number, second: number): void {
    if (!this.traded) {
      this.traded = true;
      this.open = paise;
      this.high = paise;
      this.low = paise;
      // what trades only because a price was set does not trade much
      if (!this.#facts.trades) this.#count(Math.min(FEWEST_LOTS, this.#facts.lots));
    }
    this.high = Math.max(this.high, paise);
    this.low = Math.min(this.low, paise);
    this.close = paise;
    this.lastSecond = second;
  }

  /** Tells whether something changes hands in a second, and counts it. */
  #exchange(second: number): boolean {
    const { lots, atOnce } = this.#facts;
    if (lots === 0) return true;
    const fresh = (second === 0 ? atOnce : 0) + (atOnce === lots ? 0 : this.#flow(second));
    if (fresh > 0) this.#count(fresh);
    return fresh > 0;
  }

  /** Lots of a second outside auctions. */
  #flow(second: number): number {
    const { lots, atOnce, spot, dice } = this.#facts;
    const needed = second === 0 || second === SECONDS - 1 || second === spot.highAt || second === spot.lowAt ? 1 : 0;
    const free = lots - atOnce - FEWEST_LOTS;
    return needed + spread(free, dice, second) - spread(free, dice, second - 1);
  }

  #count(lots: number): void {
    this.lots += lots;
    this.lastLots = lots;
  }
}

/** Lots of a minute that have changed hands by the end of a second: a steady flow with a jitter of up to a second. */
function spread(lots: number, dice: number, second: number): number {
  if (second < 0) return 0;
  if (second === SECONDS - 1) return lots;
  return Math.floor((lots * (second + thrown(dice, second))) / SECONDS);
}
