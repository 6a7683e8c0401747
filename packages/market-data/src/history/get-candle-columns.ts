import { defineEndpoint, type Endpoint, type KiteClient, readGood } from "@kite/core";
import type { HistoricalData } from "@kite/models";
import type { HistoryOptions } from "../endpoints/get-historical-data.ts";
import { askWindows } from "./ask-windows.ts";
import { CandleBodyReader, type ScannedCandles } from "./candle-body-reader.ts";
import { between, type CandleColumns, columnsOf, joined } from "./candle-columns.ts";
import { candlesOf } from "./candles-of.ts";
import { type AskedCandles, requestCandles } from "./historical-request.ts";
import type { GetHistoricalDataParams } from "./params.ts";

const isScanned = (answer: unknown): answer is ScannedCandles =>
  (answer as Partial<ScannedCandles> | undefined)?.candles?.time instanceof Float64Array;

const { response, encode, ...facts } = requestCandles.spec;
/** Gives columns where the bytes were as usual; candles, checked as ever, where not. */
const request: Endpoint<AskedCandles, ScannedCandles | HistoricalData> = defineEndpoint<
  AskedCandles,
  ScannedCandles | HistoricalData
>({
  id: facts.id,
  method: facts.method,
  path: facts.path,
  bucket: facts.bucket,
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

/** `getHistoricalData` with `columns: true`. */
export async function getCandleColumns(
  kite: KiteClient,
  params: GetHistoricalDataParams,
  options: Omit<HistoryOptions, "columns">,
): Promise<CandleColumns> {
  const { range, total, each } = askWindows(params, options, (asked, own) => request(kite, asked, own));
  const parts: CandleColumns[] = [];
  let [done, candles] = [0, 0];
  for await (const [window, answer] of each) {
    const columns = isScanned(answer) ? answer.candles : columnsOf(candlesOf(answer, "getHistoricalData"));
    // Leaves out what belongs to a neighbouring window, should the server be generous at the ends.
    const from = window.from === range.from ? Number.NEGATIVE_INFINITY : window.from;
    const to = window.to === range.to ? Number.POSITIVE_INFINITY : window.to;
    const part = between(columns, from, to);
    parts.push(part);
    done += 1;
    candles += part.length;
    options.onProgress?.({ done, total, candles });
  }
  return joined(parts);
}
