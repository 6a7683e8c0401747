import { type Instrument, keyOf } from "../market/instrument.ts";
import { type Account, holdingOf } from "./account.ts";
import type { Holding } from "./holding.ts";
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
  if (holding) noteSales(account, holding);
}

/** Notes in a holding what has been sold out of it today. */
export function noteSales(account: Account, holding: Holding): void {
  const { isin } = holding.instrument;
  holding.used_quantity = soldFromHoldings(account, isin);
  const used_quantity = soldFromHoldings(account, isin, "MTF");
  if (used_quantity !== holding.mtf.used_quantity) holding.mtf = { ...holding.mtf, used_quantity };
}

/** Shares that today's sales take out of the demat account, those that are paid for or the financed ones. */
function soldFromHoldings({ positions }: Account, isin: string, of: "CNC" | "MTF" = "CNC"): number {
  return positions
    .filter(({ instrument, product }) => product === of && instrument.isin === isin)
    .reduce((sold, position) => sold + Math.max(0, -netQuantity(position)), 0);
}
