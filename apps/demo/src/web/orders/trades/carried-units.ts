import type { CarriedQuantity } from "@kite/orders";
import type { Holding, Position } from "@kite/portfolio";

/**
 * Finds what was held before the first trade of the day, so that its sale counts as a gain and not as a short sale: positions that
 * were carried over, and what was sold from the holdings.
 *
 * @param positions - The net ones.
 */
export function carriedUnits(positions: readonly Position[], holdings: readonly Holding[]): CarriedQuantity[] {
  return [
    ...positions.filter(({ overnight_quantity }) => overnight_quantity !== 0).map(carriedPosition),
    ...positions.flatMap((position) => soldHolding(position, holdings)),
  ];
}

/** The price is that of the carried part alone: the position's own average has today's trades in it. */
function carriedPosition(position: Position): CarriedQuantity {
  const { exchange, tradingsymbol, product, multiplier, overnight_quantity: quantity } = position;
  const value =
    quantity > 0 ? position.buy_value - position.day_buy_value : position.sell_value - position.day_sell_value;
  return { exchange, tradingsymbol, product, quantity, average_price: value / (Math.abs(quantity) * multiplier) };
}

/** Delivery cannot be sold short, so a delivery position below 0 is what was sold of older units. */
function soldHolding({ exchange, tradingsymbol, product, quantity }: Position, holdings: readonly Holding[]) {
  if (product !== "CNC" || quantity >= 0) return [];
  const holding = holdings.find((row) => row.exchange === exchange && row.tradingsymbol === tradingsymbol);
  return holding
    ? [{ exchange, tradingsymbol, product, quantity: -quantity, average_price: holding.average_price }]
    : [];
}
