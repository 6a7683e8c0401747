import type { Side } from "../portfolio/position.ts";

/** Quantity offered or wanted at a price in rupees. Rows of zeros fill the table up to five. */
export interface Offer {
  readonly price: number;
  readonly quantity: number;
}

export interface Offers {
  /** Best, and so highest, price first. */
  readonly buy: readonly Offer[];
  /** Best, and so lowest, price first. */
  readonly sell: readonly Offer[];
}

/**
 * What an order gets out of the book right now, best price first: never more than is on offer, never beyond the limit
 * (rupees).
 */
export function match(side: Side, limit: number, quantity: number, depth: Offers): Offer[] {
  const fills: Offer[] = [];
  let left = quantity;
  for (const level of side === "BUY" ? depth.sell : depth.buy) {
    if (left === 0 || isBeyond(side, limit, level)) break;
    if (level.quantity === 0) continue;
    const taken = Math.min(left, level.quantity);
    fills.push({ price: level.price, quantity: taken });
    left -= taken;
  }
  return fills;
}

/** Tells whether an order with this limit (rupees) could get anything out of a full book. */
export function reaches(side: Side, limit: number, depth: Offers): boolean {
  const [best] = side === "BUY" ? depth.sell : depth.buy;
  return best !== undefined && !isBeyond(side, limit, best);
}

const isBeyond = (side: Side, limit: number, { price }: Offer): boolean =>
  side === "BUY" ? price > limit : price < limit;

/** Tells whether the last price has reached a trigger: from below for a buyer, from above for a seller. */
export function isTriggered(side: Side, trigger_price: number, last_price: number): boolean {
  return side === "BUY" ? last_price >= trigger_price : last_price <= trigger_price;
}
