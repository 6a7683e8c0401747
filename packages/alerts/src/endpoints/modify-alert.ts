import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type Alert, AlertSchema, type AlertWire } from "@kite/models";
import { alertForm } from "../params/alert-form.ts";
import type { CreateAlertParams } from "../params/alert-params.ts";

/** The alert, and all of its new definition. */
export type ModifyAlertParams = { readonly uuid: string } & CreateAlertParams;

/**
 * Replaces the definition of an alert and gives it. Kite takes the whole definition: what is left out does not stay.
 *
 * Sent once, whatever happens: after an error whose `outcome` is `unknown`, look at `getAlert`. Throws `InvalidInput`, with
 * nothing sent, for what cannot be right.
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 * @function
 */
export const modifyAlert: Endpoint<ModifyAlertParams, Alert, AlertWire> = defineEndpoint({
  id: "modifyAlert",
  method: "PUT",
  path: "/alerts/{uuid}",
  response: AlertSchema,
  encode: (params) => ({ path: { uuid: requireText("uuid", params.uuid) }, form: alertForm(params) }),
});
