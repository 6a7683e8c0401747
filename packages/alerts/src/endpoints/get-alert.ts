import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type Alert, AlertSchema, type AlertWire } from "@kite/models";

/**
 * Gives one alert.
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 * @function
 */
export const getAlert: Endpoint<string, Alert, AlertWire> = defineEndpoint({
  id: "getAlert",
  method: "GET",
  path: "/alerts/{uuid}",
  response: AlertSchema,
  encode: (uuid) => ({ path: { uuid: requireText("uuid", uuid) } }),
});
