import { defineEndpoint, type Endpoint, requireText } from "@kite/core";
import { type MFOrder, MFOrderSchema, type MFOrderWire } from "@kite/models";

/**
 * Gives one mutual fund order, of any age. NAVs are rupees per unit.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#orders
 * @function
 */
export const getMFOrder: Endpoint<string, MFOrder, MFOrderWire> = defineEndpoint({
  id: "getMFOrder",
  method: "GET",
  path: "/mf/orders/{order_id}",
  response: MFOrderSchema,
  encode: (order_id) => ({ path: { order_id: requireText("order_id", order_id) } }),
});
