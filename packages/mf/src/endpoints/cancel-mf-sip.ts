import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type MFSIPId, MFSIPIdSchema } from "@kite/models";

/**
 * Asks for a SIP to be ended. Gives its id.
 *
 * **Kite documents mutual funds as read-only over the API**: expect a refusal. Sent once, whatever happens: after an error whose
 * `outcome` is `unknown`, look at `getMFSIP`.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/
 * @function
 */
export const cancelMFSIP: Endpoint<string, MFSIPId> = defineEndpoint({
  id: "cancelMFSIP",
  method: "DELETE",
  path: "/mf/sips/{sip_id}",
  response: MFSIPIdSchema,
  encode: (sip_id) => ({ path: { sip_id: requireText("sip_id", sip_id) } }),
});
