import { defineEndpoint, type Endpoint } from "@kite/core";
import { type Alert, AlertSchema, type AlertWire } from "@kite/models";
import { alertForm } from "../params/alert-form.ts";
import type { CreateAlertParams } from "../params/alert-params.ts";

/**
 * Creates an alert and gives it. A `simple` one notifies; an `ato` one (alert triggers order) also places the orders of its basket.
 *
 * The answer comes without the basket; `getAlerts` has it. At most 500 alerts can be enabled. Sent once, whatever happens: after
 * an error whose `outcome` is `unknown`, look for its name in `getAlerts` before creating it again. Throws `InvalidInput`, with
 * nothing sent, for what cannot be right.
 *
 * @example
 * const { uuid } = await createAlert(kite, {
 *   name: "NIFTY below 22,000",
 *   type: "simple",
 *   lhs_exchange: "INDICES",
 *   lhs_tradingsymbol: "NIFTY 50",
 *   lhs_attribute: "LastTradedPrice",
 *   operator: "<=",
 *   rhs_type: "constant",
 *   rhs_constant: 22_000,
 * });
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 * @function
 */
export const createAlert: Endpoint<CreateAlertParams, Alert, AlertWire> = defineEndpoint({
  id: "createAlert",
  method: "POST",
  path: "/alerts",
  response: AlertSchema,
  encode: (params) => ({ form: alertForm(params) }),
});
