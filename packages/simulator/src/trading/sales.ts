import { depositoryDate } from "../ist.ts";
import { type Account, holdingOf } from "../portfolio/account.ts";
import { positionIn } from "../portfolio/booking.ts";
import { authorisedFor, freeQuantity, type Holding } from "../portfolio/holding.ts";
import { netQuantity } from "../portfolio/position.ts";
import { Refusal } from "../refusal.ts";
import type { Desk } from "./desk.ts";
import { type Order, outstanding } from "./order.ts";

/**
 * Checks that shares sold for delivery are there, and that the depository has released them. Shares bought today or on
 * the previous day can be sold without that.
 *
 * @param replaced - The order as it stands, which frees what it offers.
 * @throws {Refusal} 400 HoldingException, or 428 when the release is missing.
 */
export function checkSale({ clock }: Desk, account: Account, order: Order, replaced?: Order): void {
  const { instrument, product, transaction_type } = order;
  if (transaction_type !== "SELL" || (product !== "CNC" && product !== "MTF")) return;
  const others = account.orders.live().filter((one) => one !== replaced && offersSame(one, order));
  const offered = others.reduce((sum, one) => sum + outstanding(one), 0) + outstanding(order);
  const position = positionIn(account, instrument, product);
  const bought = position ? Math.max(0, netQuantity(position)) : 0;
  const holding = holdingOf(account, instrument.isin);
  const sellable = bought + (holding ? Math.max(0, heldFor(product, holding)) : 0);
  if (offered > sellable) {
    throw new Refusal(
      400,
      "HoldingException",
      `Insufficient holdings. ${sellable} can be sold, less what open orders offer already.`,
    );
  }
  // financed shares are pledged with the broker, who sells them without asking the depository
  if (holding && product === "CNC") checkRelease(holding, offered - bought, depositoryDate(clock.now()));
}

/** What is still on its way from a purchase of the day before goes first, and needs no release. */
function checkRelease(holding: Holding, quantity: number, session: string): void {
  const { t1_quantity, used_quantity } = holding;
  const sold = Math.max(0, used_quantity - t1_quantity);
  const fromDemat = quantity - Math.max(0, t1_quantity - used_quantity);
  const missing = sold + fromDemat - authorisedFor(session, holding);
  if (fromDemat <= 0 || missing <= 0) return;
  throw new Refusal(428, "HoldingException", `${missing} quantity needs authorisation at depository.`);
}

function heldFor(product: "CNC" | "MTF", holding: Holding): number {
  if (product === "MTF") return holding.mtf.quantity - holding.mtf.used_quantity;
  return freeQuantity(holding) + holding.t1_quantity;
}

const offersSame = (one: Order, other: Order): boolean =>
  one.transaction_type === "SELL" && one.product === other.product && one.instrument.isin === other.instrument.isin;
