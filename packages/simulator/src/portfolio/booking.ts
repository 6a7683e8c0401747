import { type Instrument, keyOf } from "../market/instrument.ts";
import { type Account, holdingOf } from "./account.ts";
import { add, netQuantity, type Position, type Product, type Side, UNTRADED } from "./position.ts";

/** The account's position in an instrument under a product, if there is or was one today. */
export function positionIn(account: Account, instrument: Instrument, product: Product): Position | undefined {
  return account.positions.find((one) => one.product === product && keyOf(one.instrument) === keyOf(instrument));
}

/** Enters a trade into positions and holdings; price in rupees. */
export function book(
  account: Account,
  instrument: Instrument,
  product: Product,
  side: Side,
  quantity: number,
  price: number,
): void {
  let position = positionIn(account, instrument, product);
  if (!position) {
    position = { instrument, product, ...UNTRADED };
    account.positions.push(position);
  }
  const part = side === "BUY" ? "bought" : "sold";
  position[part] = add(position[part], { quantity, value: quantity * price * instrument.multiplier });
  const holding = holdingOf(account, instrument.isin);
  if (holding) holding.used_quantity = soldFromHoldings(account, instrument.isin);
}

/** Shares that today's delivery sales take out of the demat account. */
export function soldFromHoldings({ positions }: Account, isin: string): number {
  return positions
    .filter(({ instrument, product }) => product === "CNC" && instrument.isin === isin)
    .reduce((sold, position) => sold + Math.max(0, -netQuantity(position)), 0);
}
