import type { Account } from "./account.ts";
import type { Holding } from "./holding.ts";

/** A share somebody could not deliver after selling it, which the exchange therefore buys in. */
export interface Auction {
  readonly holding: Holding;
  readonly auction_number: string;
}

const FIRST_AUCTION = 20;

/** Auctions of the day in which the account has something to offer. */
export function auctionsOf({ holdings }: Account): Auction[] {
  return holdings
    .filter(({ short_quantity }) => short_quantity > 0)
    .map((holding, index) => ({ holding, auction_number: String(FIRST_AUCTION + index) }));
}
