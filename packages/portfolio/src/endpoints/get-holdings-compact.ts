import { defineEndpoint, type Endpoint } from "@kite/core";
import { type CompactHolding, CompactHoldingSchema, type CompactHoldingWire } from "@kite/models";
import { array } from "valibot";

/**
 * Lists what is held and how much of it, without prices. Kite does not document this call.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/
 * @function
 */
export const getHoldingsCompact: Endpoint<void, CompactHolding[], CompactHoldingWire[]> = defineEndpoint({
  id: "getHoldingsCompact",
  method: "GET",
  path: "/portfolio/holdings/compact",
  response: array(CompactHoldingSchema),
});
