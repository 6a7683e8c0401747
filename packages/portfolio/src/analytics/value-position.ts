import { type Position, price } from "@kite/models";
import { hasClose } from "./has-close.ts";

/** A position with its gains, in rupees and without charges. */
export interface ValuedPosition {
  /** The row, as it was given. */
  readonly position: Position;
  /** Worth of what is open, at `last_price`; below 0 when sold short. */
  readonly openValue: number;
  /** All of the gain: `sell_value` - `buy_value` + `openValue`. */
  readonly pnl: number;
  /** Gain on what was both bought and sold. Our own split: see `summarizePositions`. */
  readonly realised: number;
  /** The rest: `pnl` - `realised`. */
  readonly unrealised: number;
  /** Gain since the previous close: `sell_m2m` - `buy_m2m` + `openValue`. */
  readonly m2m: number;
}

/** Values one position at its prices: `pnl` and `m2m` of the row are as old as the `last_price` it came with. */
export function valuePosition(position: Position): ValuedPosition {
  const { quantity, multiplier, last_price, buy_value, sell_value, buy_m2m, sell_m2m } = position;
  const openValue = price.multiply(price.multiply(last_price, multiplier), quantity);
  const pnl = price.sum([sell_value, -buy_value, openValue]);
  const realised = realisedOf(position);
  return {
    position,
    openValue,
    pnl,
    realised,
    unrealised: price.subtract(pnl, realised),
    m2m: lacksClose(position) ? 0 : price.sum([sell_m2m, -buy_m2m, openValue]),
  };
}

/** Tells whether a part was carried over from a day without a close, so that its change since then is not known. */
export const lacksClose = (position: Position): boolean => position.overnight_quantity !== 0 && !hasClose(position);

function realisedOf(position: Position): number {
  const { buy_quantity, buy_price, buy_value, sell_quantity, sell_price, sell_value, multiplier } = position;
  const matched = Math.min(buy_quantity, sell_quantity);
  // Where all of a side is matched, its value is exact, and its average price may be rounded.
  const part = (all: number, value: number, average: number) =>
    matched === all ? value : price.multiply(price.multiply(average, multiplier), matched);
  return price.subtract(part(sell_quantity, sell_value, sell_price), part(buy_quantity, buy_value, buy_price));
}
