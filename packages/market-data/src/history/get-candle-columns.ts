import type { KiteClient } from "@kite/core";
import type { HistoryOptions } from "../endpoints/get-historical-data.ts";
import { askWindows } from "./ask-windows.ts";
import { between, type CandleColumns, columnsOf, joined } from "./candle-columns.ts";
import { candlesOf } from "./candles-of.ts";
import type { GetHistoricalDataParams } from "./params.ts";
import { type HistorySpec, isScanned, scanning } from "./scanning.ts";

/**
 * `getHistoricalData` with `columns: true`.
 *
 * @param spec - Of `getHistoricalData`. It is handed in because this part is loaded late, and shall share nothing with the call.
 */
export async function getCandleColumns(
  kite: KiteClient,
  params: GetHistoricalDataParams,
  options: Omit<HistoryOptions, "columns">,
  spec: HistorySpec,
): Promise<CandleColumns> {
  const request = scanning(spec);
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
