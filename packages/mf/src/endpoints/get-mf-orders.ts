import { defineEndpoint, type Endpoint, invalidInput } from "@kite/core";
import { type MFOrder, MFOrderSchema, type MFOrderWire } from "@kite/models";
import { array } from "valibot";
import { calendarDate } from "../params/calendar-date.ts";

/** Undocumented: Kite's Go client sends them. Dates in India, `yyyy-mm-dd`; a `Date` stands for its day there. */
export interface GetMFOrdersParams {
  readonly from?: string | Date | undefined;
  readonly to?: string | Date | undefined;
}

/**
 * Lists the mutual fund orders of the last seven days, or of the days asked for. NAVs are rupees per unit.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#orders
 * @function
 */
export const getMFOrders: Endpoint<GetMFOrdersParams, MFOrder[], MFOrderWire[]> = defineEndpoint({
  id: "getMFOrders",
  method: "GET",
  path: "/mf/orders",
  response: array(MFOrderSchema),
  encode: (params: GetMFOrdersParams = {}) => {
    const from = params.from === undefined ? undefined : calendarDate("from", params.from);
    const to = params.to === undefined ? undefined : calendarDate("to", params.to);
    if (from && to && from > to) throw invalidInput("from", `must not be after to, got ${from} and ${to}`);
    return { query: { from, to } };
  },
});
