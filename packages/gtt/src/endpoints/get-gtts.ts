import { defineEndpoint, type Endpoint } from "@kite/core";
import { type GTT, GTTSchema, type GTTWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists the GTTs that are active, and those of any other state from the last seven days. Prices are rupees per unit.
 *
 * @see https://kite.trade/docs/connect/v3/gtt/#retrieve-gtts
 * @function
 */
export const getGTTs: Endpoint<void, GTT[], GTTWire[]> = defineEndpoint({
  id: "getGTTs",
  method: "GET",
  path: "/gtt/triggers",
  response: array(GTTSchema),
});
