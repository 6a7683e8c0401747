import {
  type CallOptions,
  defineEndpoint,
  type Endpoint,
  type EndpointSpec,
  type KiteClient,
  type WireResponse,
} from "@kite/core";
import {
  type Candle,
  formatIst,
  type HistoricalData,
  HistoricalDataSchema,
  type HistoricalDataWire,
} from "@kite/models";
import { type AskedCandles, askWindows } from "../history/ask-windows.ts";
import type { CandleColumns } from "../history/candle-columns.ts";
import { candlesOf, withoutNeighbours } from "../history/candles-of.ts";
import type { GetHistoricalDataParams } from "../history/params.ts";
import { loadPart } from "../instruments/load-part.ts";

/** How far a long range has come. */
export interface HistoryProgress {
  /** Requests answered, and all there will be. */
  readonly done: number;
  readonly total: number;
  /** Candles so far. */
  readonly candles: number;
}

export interface HistoryOptions extends CallOptions {
  /** Hears of each answered request. */
  readonly onProgress?: ((progress: HistoryProgress) => void) | undefined;
  /** True gives typed arrays, `CandleColumns`: a fraction of the time and of the memory that objects take. Default: objects. */
  readonly columns?: boolean | undefined;
}

/** Options of one who wants columns. */
export interface ColumnOptions extends HistoryOptions {
  readonly columns: true;
}
/** Options of one who wants objects. */
export interface CandleOptions extends HistoryOptions {
  readonly columns?: false | undefined;
}

type Args = [params: GetHistoricalDataParams, options?: CandleOptions];
type RawHistory = Promise<WireResponse<HistoricalDataWire>>;

/** `kite.marketData.getHistoricalData`. */
export interface BoundGetHistoricalData {
  (params: GetHistoricalDataParams, options: ColumnOptions): Promise<CandleColumns>;
  (...args: Args): Promise<Candle[]>;
  /** What the server sent, the windows joined. Status and headers are those of the last answer. */
  readonly raw: (...args: Args) => RawHistory;
}

/** `getHistoricalData` with the client as its first argument. */
export interface GetHistoricalData {
  (kite: KiteClient, params: GetHistoricalDataParams, options: ColumnOptions): Promise<CandleColumns>;
  (kite: KiteClient, ...args: Args): Promise<Candle[]>;
  /** What the server sent, the windows joined. Status and headers are those of the last answer. */
  readonly raw: (kite: KiteClient, ...args: Args) => RawHistory;
  /** The declaration of one request. */
  readonly spec: EndpointSpec<AskedCandles, HistoricalData, HistoricalDataWire>;
}

/** Asks for the candles of one window. */
const request: Endpoint<AskedCandles, HistoricalData, HistoricalDataWire> = defineEndpoint({
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

const loadScanner = () => loadPart("the reader of candles", () => import("../history/scanned-parts.ts"));

/**
 * Gives the candles of any range, the oldest first. Prices are rupees; `date` is the beginning of a candle.
 *
 * A range that is longer than one request may be is split at midnights, so that no candle is lost or doubled; the requests keep the
 * rate limit of three a second. A stretch without trades has no candle, and a range before the first trade gives an empty
 * list; `findGaps` names the trading days without one. The last candle may still be growing.
 *
 * Prices of the past change when a share splits or pays a bonus: candles that you keep get stale.
 *
 * With `columns: true` the candles come as typed arrays: times as milliseconds since 1970, the numbers as the server sent them.
 *
 * Throws `InvalidInput`, with nothing sent, for times that are none, an end before the beginning, and `continuous` with another
 * interval than `day`.
 *
 * @example
 * const candles = await getHistoricalData(kite, {
 *   instrument_token: 408065,
 *   interval: "5minute",
 *   from: "2026-01-01",
 *   to: new Date(),
 * });
 *
 * @see https://kite.trade/docs/connect/v3/historical/
 * @function
 */
export const getHistoricalData: GetHistoricalData = Object.assign(
  async (kite: KiteClient, params: GetHistoricalDataParams, { columns, ...options }: HistoryOptions = {}) => {
    if (columns) return (await loadScanner()).getCandleColumns(kite, params, options, request.spec);
    // Without it candles take twice as long, which is no reason to go without them.
    const scanner = await loadScanner().catch(() => undefined);
    const quick = scanner?.scanning(request.spec) ?? request;
    const { range, total, each } = askWindows(params, options, (asked, own) => quick(kite, asked, own));
    const parts: (readonly Candle[])[] = [];
    let candles = 0;
    for await (const [window, answer] of each) {
      const rows = scanner?.isScanned(answer) ? scanner.rowsOf(answer.candles) : candlesOf(answer, "getHistoricalData");
      const own = withoutNeighbours(rows, window, range);
      parts.push(own);
      candles += own.length;
      options.onProgress?.({ done: parts.length, total, candles });
    }
    return parts.flat();
  },
  {
    async raw(kite: KiteClient, params: GetHistoricalDataParams, { columns: _, ...options }: HistoryOptions = {}) {
      const { total, each } = askWindows(params, options, (asked, own) => request.raw(kite, asked, own));
      const candles: HistoricalDataWire["candles"] = [];
      let last: WireResponse<HistoricalDataWire> | undefined;
      let done = 0;
      for await (const [, answer] of each) {
        last = answer;
        if (Array.isArray(answer.data?.candles)) for (const candle of answer.data.candles) candles.push(candle);
        done += 1;
        options.onProgress?.({ done, total, candles: candles.length });
      }
      // A range has one window at least.
      const answer = last as WireResponse<HistoricalDataWire>;
      return total === 1 ? answer : { ...answer, data: { candles } };
    },
    spec: request.spec,
  },
) as GetHistoricalData;
