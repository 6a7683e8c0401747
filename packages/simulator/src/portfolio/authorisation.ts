import { invalid } from "../refusal.ts";
import { type Account, holdingOf } from "./account.ts";
import { authorisedFor, freeQuantity, type Holding } from "./holding.ts";

/** Shares to be released for sale, once the user agrees on the depository's page. */
export interface AuthorisationItem {
  readonly isin: string;
  readonly quantity: number;
}

/** A wish to sell that waits for the user's consent. */
export interface AuthorisationRequest {
  readonly items: readonly AuthorisationItem[];
  state: "open" | "approved" | "rejected";
}

/**
 * Checks what the user wants released. Without any isin that is everything that can still be released.
 *
 * @param session - Depository session, `yyyy-mm-dd`.
 * @throws {Refusal} 400 for a share that is not held, a bad quantity, or lists of unequal length.
 */
export function readItems(
  account: Account,
  isins: readonly string[],
  quantities: readonly string[],
  session: string,
): AuthorisationItem[] {
  if (isins.length !== quantities.length) throw invalid(isins.length > quantities.length ? "quantity" : "isin");
  if (isins.length === 0) return everything(account, session);
  if (new Set(isins).size < isins.length) throw invalid("isin");
  return isins.map((isin, index) => {
    const holding = holdingOf(account, isin);
    if (!holding) throw invalid("isin");
    const quantity = readQuantity(quantities[index]);
    if (quantity > freeQuantity(holding)) throw invalid("quantity");
    return { isin, quantity };
  });
}

/** Releases the shares for the given depository session; never more than can be sold. */
export function approve(account: Account, request: AuthorisationRequest, session: string): void {
  request.state = "approved";
  for (const { isin, quantity } of request.items) {
    const holding = holdingOf(account, isin);
    if (!holding) continue;
    holding.authorised_quantity = Math.min(authorisedFor(session, holding) + quantity, sellable(holding));
    holding.authorised_date = session;
  }
}

function everything(account: Account, session: string): AuthorisationItem[] {
  const items = account.holdings
    .map((holding) => ({
      isin: holding.instrument.isin,
      quantity: sellable(holding) - authorisedFor(session, holding),
    }))
    .filter(({ quantity }) => quantity > 0);
  if (items.length === 0) throw invalid("isin");
  return items;
}

/** What was authorised and sold already counts towards the authorised quantity. */
const sellable = (holding: Holding): number => freeQuantity(holding) + holding.used_quantity;

/** @throws {Refusal} 400 unless the text is a whole number above zero. */
export function readQuantity(text: string | null | undefined): number {
  const quantity = Number(text);
  if (!text || !/^\d+$/.test(text) || !Number.isSafeInteger(quantity) || quantity === 0) throw invalid("quantity");
  return quantity;
}
