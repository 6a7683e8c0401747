import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type AlertEvent, AlertEventSchema, type AlertEventWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists when an alert has fired, with the market as it was then.
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 * @function
 */
export const getAlertHistory: Endpoint<string, AlertEvent[], AlertEventWire[]> = defineEndpoint({
  id: "getAlertHistory",
  method: "GET",
  path: "/alerts/{uuid}/history",
  response: array(AlertEventSchema),
  encode: (uuid) => ({ path: { uuid: requireText("uuid", uuid) } }),
});
