import { defineEndpoint, type Endpoint, invalidInput, requireText } from "@kite/core";
import { type MFSIPFrequency, type MFSIPId, MFSIPIdSchema, type MFSIPType } from "@kite/models";
import { requireAmount } from "../params/require-amount.ts";
import { requireTag } from "../params/require-tag.ts";
import { type MFSIPSchedule, scheduleForm } from "../params/sip-schedule.ts";

export interface PlaceMFSIPParams extends MFSIPSchedule {
  /** ISIN of the fund. */
  readonly tradingsymbol: string;
  /** Rupees of each instalment. */
  readonly amount: number;
  readonly frequency: MFSIPFrequency;
  /** How many in all; -1 for no end. */
  readonly instalments: number;
  /** Rupees to buy for at once, before the first instalment. */
  readonly initial_amount?: number | undefined;
  /** At most 20 characters. Kite documents 8, and shows longer ones in its own examples. */
  readonly tag?: string | undefined;
  /** NAV in rupees per unit. Undocumented: Kite's Go client sends it. */
  readonly trigger_price?: number | undefined;
  /** Undocumented: Kite's Go client sends it. */
  readonly sip_type?: MFSIPType | undefined;
}

/**
 * Asks for a SIP: a fund to be bought again and again. Gives its id, and that of a first order.
 *
 * **Kite documents mutual funds as read-only over the API**, because a purchase needs a payment: expect a refusal. The route
 * is the one of the official clients. Sent once, whatever happens: after an error whose `outcome` is `unknown`, look at
 * `getMFSIPs`. Throws `InvalidInput`, with nothing sent, for what cannot be right.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/
 * @function
 */
export const placeMFSIP: Endpoint<PlaceMFSIPParams, MFSIPId> = defineEndpoint({
  id: "placeMFSIP",
  method: "POST",
  path: "/mf/sips",
  response: MFSIPIdSchema,
  encode: (params) => {
    const { initial_amount, trigger_price, sip_type } = params;
    if (params.instalments === undefined) throw invalidInput("instalments", "is missing; -1 is for no end");
    return {
      form: {
        tradingsymbol: requireText("tradingsymbol", params.tradingsymbol),
        amount: requireAmount("amount", params.amount),
        ...scheduleForm({ ...params, frequency: requireText("frequency", params.frequency) }),
        initial_amount: initial_amount === undefined ? undefined : requireAmount("initial_amount", initial_amount),
        trigger_price: trigger_price === undefined ? undefined : requireAmount("trigger_price", trigger_price),
        sip_type: sip_type === undefined ? undefined : requireText("sip_type", sip_type),
        tag: requireTag(params.tag),
      },
    };
  },
});
