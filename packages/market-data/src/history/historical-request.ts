import { defineEndpoint, type Endpoint } from "@kite/core";
import { formatIst, type HistoricalData, HistoricalDataSchema, type HistoricalDataWire } from "@kite/models";
import type { GetHistoricalDataParams } from "./params.ts";
import type { TimeWindow } from "./windows.ts";

/** One request: a window that Kite takes as a whole. */
export type AskedCandles = GetHistoricalDataParams & { readonly window: TimeWindow };

/** Asks for the candles of one window. */
export const requestCandles: Endpoint<AskedCandles, HistoricalData, HistoricalDataWire> = defineEndpoint({
  id: "getHistoricalData",
  method: "GET",
  path: "/instruments/historical/{instrument_token}/{interval}",
  bucket: "historical",
  response: HistoricalDataSchema,
  encode: ({ instrument_token, interval, window, continuous, oi }) => ({
    path: { instrument_token: String(instrument_token), interval },
    query: {
      from: formatIst(new Date(window.from)),
      to: formatIst(new Date(window.to)),
      continuous: continuous ? 1 : undefined,
      oi: oi ? 1 : undefined,
    },
  }),
});
