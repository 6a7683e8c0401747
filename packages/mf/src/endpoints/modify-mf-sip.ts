import { defineEndpoint, type Endpoint, invalidInput, requireOneOf, requireText } from "@kite/core";
import { type MFSIPId, MFSIPIdSchema } from "@kite/models";
import { requireAmount } from "../params/require-amount.ts";
import { type MFSIPSchedule, scheduleForm } from "../params/sip-schedule.ts";

const statuses = ["active", "paused"] as const;

/** What shall change; at least one field besides the id. */
export interface ModifyMFSIPParams extends MFSIPSchedule {
  readonly sip_id: string;
  /** Rupees of each instalment. */
  readonly amount?: number | undefined;
  /** In lower case, unlike in answers. */
  readonly status?: (typeof statuses)[number] | undefined;
}

/**
 * Asks for a SIP to be changed, paused or taken up again. Gives its id.
 *
 * **Kite documents mutual funds as read-only over the API**: expect a refusal. Sent once, whatever happens: after an error whose
 * `outcome` is `unknown`, look at `getMFSIP`. Throws `InvalidInput`, with nothing sent, for what cannot be right.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/
 * @function
 */
export const modifyMFSIP: Endpoint<ModifyMFSIPParams, MFSIPId> = defineEndpoint({
  id: "modifyMFSIP",
  method: "PUT",
  path: "/mf/sips/{sip_id}",
  response: MFSIPIdSchema,
  encode: ({ sip_id, amount, status, ...schedule }) => {
    const path = { sip_id: requireText("sip_id", sip_id) };
    const form = {
      amount: amount === undefined ? undefined : requireAmount("amount", amount),
      status: status === undefined ? undefined : requireOneOf("status", status, statuses),
      ...scheduleForm(schedule),
    };
    if (Object.values(form).every((value) => value === undefined)) {
      throw invalidInput("amount", "is missing, and so is every other field: nothing would change");
    }
    return { path, form };
  },
});
