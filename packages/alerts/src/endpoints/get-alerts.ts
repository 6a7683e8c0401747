import { defineEndpoint, type Endpoint, requireQuantity, requireText } from "@kite/core";
import { type Alert, AlertSchema, type AlertStatus, type AlertWire } from "@kite/models";
import { array } from "valibot";

export interface GetAlertsParams {
  /** Default: alerts of every status, deleted ones too. */
  readonly status?: AlertStatus | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  /** Alerts on a page. Kite does not say how many it allows. */
  readonly page_size?: number | undefined;
}

/**
 * Lists alerts, with the baskets of those that place orders.
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 * @function
 */
export const getAlerts: Endpoint<GetAlertsParams, Alert[], AlertWire[]> = defineEndpoint({
  id: "getAlerts",
  method: "GET",
  path: "/alerts",
  response: array(AlertSchema),
  encode: ({ status, page, page_size }: GetAlertsParams = {}) => ({
    query: {
      status: status === undefined ? undefined : requireText("status", status),
      page: page === undefined ? undefined : requireQuantity("page", page),
      page_size: page_size === undefined ? undefined : requireQuantity("page_size", page_size),
    },
  }),
});
