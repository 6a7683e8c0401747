import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type MFSIP, MFSIPSchema, type MFSIPWire } from "@kite/models";

/**
 * Gives one SIP, with its `fund_source`. Amounts are rupees.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#sips
 * @function
 */
export const getMFSIP: Endpoint<string, MFSIP, MFSIPWire> = defineEndpoint({
  id: "getMFSIP",
  method: "GET",
  path: "/mf/sips/{sip_id}",
  response: MFSIPSchema,
  encode: (sip_id) => ({ path: { sip_id: requireText("sip_id", sip_id) } }),
});
