import { defineEndpoint, type Endpoint, invalidInput, requireOneOf, requireQuantity, requireText } from "@kite/core";
import { type AuthorisationRequest, AuthorisationRequestSchema, type AuthorisationRequestWire } from "@kite/models";

const types = ["mf", "equity"] as const;
const transferTypes = ["pre", "post", "off", "gift"] as const;

/** Units of one holding that shall become sellable. */
export interface HoldingToAuthorise {
  readonly isin: string;
  /** Units, at least 1. */
  readonly quantity: number;
}

/** The last three are undocumented: the names and values are those of Kite's Go client. */
export interface AuthoriseHoldingsParams {
  /** What the user is asked to release. Left out, the page offers all holdings. */
  readonly holdings?: readonly HoldingToAuthorise[] | undefined;
  readonly type?: (typeof types)[number] | undefined;
  readonly transfer_type?: (typeof transferTypes)[number] | undefined;
  /** Sent as it is; Kite does not say which form it expects. */
  readonly exec_date?: string | undefined;
}

/**
 * Asks the depository to let holdings be sold. Nothing is released until the user has agreed on the page whose address
 * `getAuthorisationURL` makes from the `request_id`.
 *
 * Accounts without a power of attorney need this before a sale: beyond `authorised_quantity` the server refuses with HTTP
 * 428. An authorisation lasts until 17:30 IST; a later one counts for the next day.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/
 * @function
 */
export const authoriseHoldings: Endpoint<AuthoriseHoldingsParams, AuthorisationRequest, AuthorisationRequestWire> =
  defineEndpoint({
    id: "authoriseHoldings",
    method: "POST",
    path: "/portfolio/holdings/authorise",
    // A repetition makes one more request id. An id does nothing by itself, and the caller gets to see the last one only.
    idempotent: true,
    response: AuthorisationRequestSchema,
    encode: ({ holdings, type, transfer_type, exec_date }: AuthoriseHoldingsParams = {}) => ({
      form: {
        ...(holdings === undefined ? {} : listed(holdings)),
        type: type === undefined ? undefined : requireOneOf("type", type, types),
        transfer_type:
          transfer_type === undefined ? undefined : requireOneOf("transfer_type", transfer_type, transferTypes),
        exec_date: exec_date === undefined ? undefined : requireText("exec_date", exec_date),
      },
    }),
  });

/** Kite pairs the repeated keys by their order. */
function listed(holdings: readonly HoldingToAuthorise[]): { isin: string[]; quantity: number[] } {
  // To the server an empty list is no list, and it would offer everything the user owns.
  if (holdings.length === 0) throw invalidInput("holdings", "names nothing; leave it out to offer all holdings");
  return {
    isin: holdings.map(({ isin }, index) => requireText(`holdings[${index}].isin`, isin)),
    quantity: holdings.map(({ quantity }, index) => requireQuantity(`holdings[${index}].quantity`, quantity)),
  };
}
