import { defineEndpoint, type Endpoint, invalidInput, requireOneOf, requireQuantity, requireText } from "@kite/core";
import { type Exchange, type Product, positionTypes, transactionTypes } from "@kite/models";
import { boolean } from "valibot";

export interface ConvertPositionParams {
  readonly exchange: Exchange;
  readonly tradingsymbol: string;
  /** Side of the position: `BUY` for a long one. */
  readonly transaction_type: (typeof transactionTypes)[number];
  /** Whether the part to convert was opened today or carried over. */
  readonly position_type: (typeof positionTypes)[number];
  /** At least 1, in the unit of the position's row: shares, units of a contract, lots on MCX and the currency exchanges. */
  readonly quantity: number;
  /** Product the position has now. */
  readonly old_product: Product;
  readonly new_product: Product;
}

/**
 * Moves an open position, or a part of it, to another margin product. Gives true.
 *
 * Sent once, whatever happens: after an error whose `outcome` is `unknown`, look at `getPositions` before trying again.
 * Throws `InvalidInput`, with nothing sent, for a field that cannot be right.
 *
 * @example
 * // Take delivery of ten shares that were bought for the day.
 * await convertPosition(kite, {
 *   exchange: "NSE",
 *   tradingsymbol: "INFY",
 *   transaction_type: "BUY",
 *   position_type: "day",
 *   quantity: 10,
 *   old_product: "MIS",
 *   new_product: "CNC",
 * });
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/#position-conversion
 * @function
 */
export const convertPosition: Endpoint<ConvertPositionParams, boolean> = defineEndpoint({
  id: "convertPosition",
  method: "PUT",
  path: "/portfolio/positions",
  // Delivery products lock other margins than intraday ones, and selling under CNC comes out of the holdings.
  stales: ["/portfolio", "/user/margins"],
  response: boolean(),
  encode: (params) => {
    const old_product = requireText("old_product", params.old_product);
    const new_product = requireText("new_product", params.new_product);
    if (old_product === new_product) {
      throw invalidInput("new_product", `must differ from old_product, both are ${JSON.stringify(old_product)}`);
    }
    return {
      form: {
        exchange: requireText("exchange", params.exchange),
        tradingsymbol: requireText("tradingsymbol", params.tradingsymbol),
        transaction_type: requireOneOf("transaction_type", params.transaction_type, transactionTypes),
        position_type: requireOneOf("position_type", params.position_type, positionTypes),
        quantity: requireQuantity("quantity", params.quantity),
        old_product,
        new_product,
      },
    };
  },
});
