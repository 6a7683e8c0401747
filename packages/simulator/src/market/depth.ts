import { createRandom } from "../random.ts";
import type { Band } from "./circuit.ts";
import { type Instrument, keyOf, toRupees } from "./instrument.ts";

/** Open orders at one price. */
interface Level {
  /** Rupees; 0, like the other two, where nobody waits. */
  readonly price: number;
  readonly quantity: number;
  readonly orders: number;
}

/** The five best prices of each side, the best one first. */
export interface Depth {
  readonly buy: readonly Level[];
  readonly sell: readonly Level[];
}

const NOBODY: Level = { price: 0, quantity: 0, orders: 0 };

/** What a book stands around. Prices are paise. */
interface Middle {
  readonly last: number;
  readonly band: Band;
  /** Epoch ms; the book changes once a minute. */
  readonly minute: number;
  /** Whether all orders meet at the last price, as in an auction. */
  readonly atOnePrice: boolean;
}

/**
 * Open orders around a last price: the best bid is one tick below it and the best offer one tick above, or both are at it.
 * No level lies outside the price band, and what trades seldom has two levels.
 */
export function depthAt(seed: number, instrument: Instrument, { last, band, minute, atOnePrice }: Middle): Depth {
  const { tick, lot_size, typicalVolume, activity } = instrument;
  const random = createRandom(seed, `depth of ${keyOf(instrument)} ${minute}`);
  const levels = atOnePrice ? 1 : activity < 0.1 ? 2 : 5;
  const level = (paise: number, number: number): Level => {
    const quantity = Math.ceil((typicalVolume * (0.1 + random.fraction())) / lot_size) * lot_size;
    const orders = random.int(1, Math.min(40, quantity / lot_size));
    if (quantity === 0 || number > levels || paise < band.lower || paise > band.upper) return NOBODY;
    return { price: toRupees(paise), quantity, orders };
  };
  const step = atOnePrice ? 0 : tick;
  const numbers = [1, 2, 3, 4, 5];
  return {
    buy: numbers.map((number) => level(last - number * step, number)),
    sell: numbers.map((number) => level(last + number * step, number)),
  };
}
