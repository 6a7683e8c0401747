import { defineEndpoint, type Endpoint, requireQuantity } from "@kite/core";
import { type TriggerId, TriggerIdSchema } from "@kite/models";

/**
 * Deletes a GTT, so that it can no longer fire. Gives its id.
 *
 * It may fire while the request is on its way, and an order that it has placed stays. After an error whose `outcome` is
 * `unknown`, look at `getGTT`.
 *
 * @see https://kite.trade/docs/connect/v3/gtt/#delete-gtt
 * @function
 */
export const deleteGTT: Endpoint<number, TriggerId> = defineEndpoint({
  id: "deleteGTT",
  method: "DELETE",
  path: "/gtt/triggers/{trigger_id}",
  response: TriggerIdSchema,
  encode: (trigger_id) => ({ path: { trigger_id: String(requireQuantity("trigger_id", trigger_id)) } }),
});
