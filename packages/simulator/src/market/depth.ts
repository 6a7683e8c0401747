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

/**
 * Open orders around a last price (paise): the best bid is one tick below it and the best offer one tick above. No
 * level lies outside the price band, and what trades seldom has two levels.
 *
 * @param minute - Epoch ms; the book changes once a minute.
 */
export function depthAt(seed: number, instrument: Instrument, last: number, band: Band, minute: number): Depth {
  const { tick, lot_size, typicalVolume, activity } = instrument;
  const random = createRandom(seed, `depth of ${keyOf(instrument)} ${minute}`);
  const levels = activity < 0.1 ? 2 : 5;
  const level = (paise: number, number: number): Level => {
    const quantity = Math.ceil((typicalVolume * (0.1 + random.fraction())) / lot_size) * lot_size;
    const orders = random.int(1, Math.min(40, quantity / lot_size));
    if (quantity === 0 || number > levels || paise < band.lower || paise > band.upper) return NOBODY;
    return { price: toRupees(paise), quantity, orders };
  };
  const numbers = [1, 2, 3, 4, 5];
  return {
    buy: numbers.map((number) => level(last - number * tick, number)),
    sell: numbers.map((number) => level(last + number * tick, number)),
  };
}
