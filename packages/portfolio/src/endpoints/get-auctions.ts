import { defineEndpoint, type Endpoint } from "@kite/core";
import { type Auction, AuctionSchema, type AuctionWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the holdings that can be sold in an auction now. Prices are rupees per unit.
 *
 * An order of variety `auction` takes the `auction_number`. The `instrument_token` is the auction's own: quotes and
 * orders of the same share have another one.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/#holdings-auction
 * @function
 */
export const getAuctions: Endpoint<void, Auction[], AuctionWire[]> = defineEndpoint({
  id: "getAuctions",
  method: "GET",
  path: "/portfolio/holdings/auctions",
  response: array(AuctionSchema),
});
