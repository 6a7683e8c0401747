import { defineEndpoint, type Endpoint } from "@kite/core";
import { type TriggerId, TriggerIdSchema } from "@kite/models";
import { gttForm } from "../params/gtt-form.ts";
import type { PlaceGTTParams } from "../params/gtt-params.ts";

/**
 * Places a GTT: limit orders that wait at the server, for a year as a rule, until the last traded price reaches a trigger. Gives
 * its id.
 *
 * A GTT fires once and is finished then, even if its order is refused or filled only in part. Margin and holdings are checked
 * when it fires, not now. Sent once, whatever happens: after an error whose `outcome` is `unknown`, look for it in `getGTTs`
 * by symbol, triggers, orders and `created_at`; a GTT has no tag. Throws `InvalidInput`, with nothing sent, for what cannot be right.
 *
 * @example
 * const stop = singleTrigger({
 *   exchange: "NSE",
 *   tradingsymbol: "INFY",
 *   last_price: 1520,
 *   transaction_type: "SELL",
 *   product: "CNC",
 *   trigger_value: 1450,
 *   price: 1445,
 *   quantity: 10,
 * });
 * const { trigger_id } = await placeGTT(kite, stop);
 *
 * @see https://kite.trade/docs/connect/v3/gtt/#place-gtt
 * @function
 */
export const placeGTT: Endpoint<PlaceGTTParams, TriggerId> = defineEndpoint({
  id: "placeGTT",
  method: "POST",
  path: "/gtt/triggers",
  response: TriggerIdSchema,
  encode: (params) => ({ form: gttForm(params) }),
});
