import { defineEndpoint, type Endpoint, invalidInput, requireOneOf, requireText } from "@kite/core";
import { type MFInstrument, type MFOrderId, MFOrderIdSchema, transactionTypes } from "@kite/models";
import { checkPurchase, checkRedemption } from "../params/check-instrument.ts";
import { requireAmount } from "../params/require-amount.ts";
import { requireTag } from "../params/require-tag.ts";

interface MFOrderFields {
  /** ISIN of the fund. */
  readonly tradingsymbol: string;
  /** At most 20 characters. Kite documents 8, and shows longer ones in its own examples. */
  readonly tag?: string | undefined;
  /** The fund, from `getMFInstruments`, to check against its minimum and its steps. Not sent. */
  readonly instrument?: MFInstrument | undefined;
}

/** Buys for rupees. */
export interface MFPurchaseParams extends MFOrderFields {
  readonly transaction_type: "BUY";
  /** Rupees. */
  readonly amount: number;
  readonly quantity?: undefined;
  /** Whether you own the fund already: then its minimum for later purchases counts. Not sent. Default false. */
  readonly isAdditional?: boolean | undefined;
}

/** Sells units. */
export interface MFRedemptionParams extends MFOrderFields {
  readonly transaction_type: "SELL";
  /** Units, with decimals. */
  readonly quantity: number;
  readonly amount?: undefined;
  readonly isAdditional?: undefined;
}

export type PlaceMFOrderParams = MFPurchaseParams | MFRedemptionParams;

/**
 * Asks for a mutual fund order: a purchase by amount, or a sale by quantity. Gives its id.
 *
 * **Kite documents mutual funds as read-only over the API**, because a purchase needs a payment: expect a refusal. The route
 * is the one of the official clients. Sent once, whatever happens: after an error whose `outcome` is `unknown`, look at
 * `getMFOrders`. Throws `InvalidInput`, with nothing sent, for what cannot be right.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/
 * @function
 */
export const placeMFOrder: Endpoint<PlaceMFOrderParams, MFOrderId> = defineEndpoint({
  id: "placeMFOrder",
  method: "POST",
  path: "/mf/orders",
  response: MFOrderIdSchema,
  encode: (params) => {
    const tradingsymbol = requireText("tradingsymbol", params.tradingsymbol);
    const transaction_type = requireOneOf("transaction_type", params.transaction_type, transactionTypes);
    return {
      form: { tradingsymbol, transaction_type, ...size(params, tradingsymbol), tag: requireTag(params.tag) },
    };
  },
});

function size(params: PlaceMFOrderParams, tradingsymbol: string): { amount: number } | { quantity: number } {
  const { instrument } = params;
  if (params.transaction_type === "BUY") {
    if (params.quantity !== undefined) throw invalidInput("quantity", "has no place in a purchase, which is by amount");
    const amount = requireAmount("amount", params.amount);
    if (instrument) checkPurchase(instrument, tradingsymbol, amount, params.isAdditional ?? false);
    return { amount };
  }
  if (params.amount !== undefined) throw invalidInput("amount", "has no place in a sale, which is by quantity");
  const quantity = requireAmount("quantity", params.quantity);
  if (instrument) checkRedemption(instrument, tradingsymbol, quantity);
  return { quantity };
}
