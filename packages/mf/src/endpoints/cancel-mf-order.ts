import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type MFOrderId, MFOrderIdSchema } from "@kite/models";

/**
 * Asks for a mutual fund order to be cancelled. Gives its id.
 *
 * **Kite documents mutual funds as read-only over the API**: expect a refusal. Sent once, whatever happens: after an error whose
 * `outcome` is `unknown`, look at `getMFOrder`.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/
 * @function
 */
export const cancelMFOrder: Endpoint<string, MFOrderId> = defineEndpoint({
  id: "cancelMFOrder",
  method: "DELETE",
  path: "/mf/orders/{order_id}",
  response: MFOrderIdSchema,
  encode: (order_id) => ({ path: { order_id: requireText("order_id", order_id) } }),
});
