import { defineEndpoint, type Endpoint } from "@kite/core";
import { type Positions, PositionsSchema, type PositionsWire } from "@kite/models";

/**
 * Gives the positions of the day: `net` is what is open or was closed today, `day` is today's trading alone.
 *
 * Closed positions stay in `net` with `quantity` 0 until the next day. Kite puts the whole gain into `unrealised` and leaves
 * `realised` at 0; `getPositionsWithPnl` tells the two apart.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/#positions
 * @function
 */
export const getPositions: Endpoint<void, Positions, PositionsWire> = defineEndpoint({
  id: "getPositions",
  method: "GET",
  path: "/portfolio/positions",
  response: PositionsSchema,
});
