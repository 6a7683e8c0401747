import { defineEndpoint, type Endpoint, requireQuantity } from "@kite/core";
import { type GTT, GTTSchema, type GTTWire } from "@kite/models";

/**
 * Gives one GTT, of any age and state. Prices are rupees per unit.
 *
 * `status: "triggered"` says that it has fired, not what became of the order: read `orders[].result.order_result`, and look up
 * its `order_id` in the order book.
 *
 * @see https://kite.trade/docs/connect/v3/gtt/#retrieve-gtts
 * @function
 */
export const getGTT: Endpoint<number, GTT, GTTWire> = defineEndpoint({
  id: "getGTT",
  method: "GET",
  path: "/gtt/triggers/{trigger_id}",
  response: GTTSchema,
  encode: (trigger_id) => ({ path: { trigger_id: String(requireQuantity("trigger_id", trigger_id)) } }),
});
