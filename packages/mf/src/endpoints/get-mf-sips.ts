import { defineEndpoint, type Endpoint } from "@kite/core";
import { type MFSIP, MFSIPSchema, type MFSIPWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the SIPs. Amounts are rupees.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#sips
 * @function
 */
export const getMFSIPs: Endpoint<void, MFSIP[], MFSIPWire[]> = defineEndpoint({
  id: "getMFSIPs",
  method: "GET",
  path: "/mf/sips",
  response: array(MFSIPSchema),
});
