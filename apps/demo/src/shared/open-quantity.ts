import type { Position } from "@kite/portfolio";

/**
 * Splits what is open of a position by when it was opened, as a conversion has to name it. Both are 0 or more, whichever
 * side the position is on. What was traded against it today closes the older part first.
 */
export function openQuantity({ quantity, overnight_quantity, day_buy_quantity, day_sell_quantity }: Position): {
  readonly day: number;
  readonly overnight: number;
} {
  const side = Math.sign(quantity);
  const closedToday = side > 0 ? day_sell_quantity : day_buy_quantity;
  const carriedLeft = Math.max(0, overnight_quantity * side - closedToday);
  const overnight = Math.min(Math.abs(quantity), carriedLeft);
  return { day: Math.abs(quantity) - overnight, overnight };
}
