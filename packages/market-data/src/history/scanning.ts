import { defineEndpoint, type Endpoint, type EndpointSpec, readGood } from "@kite/core";
import type { Candle, HistoricalData, HistoricalDataWire } from "@kite/models";
import type { AskedCandles } from "./ask-windows.ts";
import { CandleBodyReader, type ScannedCandles } from "./candle-body-reader.ts";
import type { CandleColumns } from "./candle-columns.ts";

/** The declaration of one request. */
export type HistorySpec = EndpointSpec<AskedCandles, HistoricalData, HistoricalDataWire>;

/** Tells whether an answer was read without `JSON.parse`. */
export const isScanned = (answer: unknown): answer is ScannedCandles =>
  (answer as Partial<ScannedCandles> | undefined)?.candles?.time instanceof Float64Array;

/** Gives columns where the bytes were as usual; candles, checked as ever, where not. */
export function scanning({
  id,
  method,
  path,
  bucket,
  encode,
  response,
}: HistorySpec): Endpoint<AskedCandles, ScannedCandles | HistoricalData> {
  return defineEndpoint<AskedCandles, ScannedCandles | HistoricalData, ScannedCandles | HistoricalData>({
    ...{ id, method, path, bucket },
    response: {
      "~standard": {
        validate: (answer) => (isScanned(answer) ? { value: answer } : response["~standard"].validate(answer)),
      },
    },
    encode: async (asked, kite) => ({
      ...(await encode?.(asked, kite)),
      read: readGood("application/json", () => new CandleBodyReader()),
    }),
  });
}

/** Makes the candles of columns. */
export function rowsOf({ length, time, open, high, low, close, volume, oi }: CandleColumns): Candle[] {
  const candles: Candle[] = [];
  for (let index = 0; index < length; index += 1) {
    const traded = volume[index] as number;
    const candle: Candle = {
      date: new Date(time[index] as number),
      open: open[index] as number,
      high: high[index] as number,
      low: low[index] as number,
      close: close[index] as number,
      // A number out of a typed array is one on the heap; a small whole one needs no place there.
      volume: traded === (traded | 0) ? traded | 0 : traded,
    };
    // NaN where the server sent none.
    if (oi && !Number.isNaN(oi[index])) candle.oi = oi[index] as number;
    candles.push(candle);
  }
  return candles;
}
