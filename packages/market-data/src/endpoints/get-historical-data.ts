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
import { candlesOf, withoutNeighbours } from "../history/candles-of.ts";
import { inOrder } from "../history/in-order.ts";
import { daysAtOnce } from "../history/interval-days.ts";
import { checkParams, type GetHistoricalDataParams } from "../history/params.ts";
import { readRange } from "../history/range.ts";
import { splitRange, type TimeWindow } from "../history/windows.ts";
import { named } from "../named.ts";
import { oneDeadline } from "../one-deadline.ts";

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
}

type Args = [params: GetHistoricalDataParams, options?: HistoryOptions];
type RawHistory = Promise<WireResponse<HistoricalDataWire>>;

/** `kite.marketData.getHistoricalData`. */
export interface BoundGetHistoricalData {
  (...args: Args): Promise<Candle[]>;
  /** What the server sent, the windows joined. Status and headers are those of the last answer. */
  readonly raw: (...args: Args) => RawHistory;
}

/** `getHistoricalData` with the client as its first argument. */
export interface GetHistoricalData {
  (kite: KiteClient, ...args: Args): Promise<Candle[]>;
  /** What the server sent, the windows joined. Status and headers are those of the last answer. */
  readonly raw: (kite: KiteClient, ...args: Args) => RawHistory;
  /** The declaration of one request. */
  readonly spec: EndpointSpec<Asked, HistoricalData, HistoricalDataWire>;
}

/** One request: a window that Kite takes as a whole. */
type Asked = GetHistoricalDataParams & { readonly window: TimeWindow };

const request: Endpoint<Asked, HistoricalData, HistoricalDataWire> = defineEndpoint({
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

/** Sends the requests that a range needs, a few at once. */
function answers<Answer>(
  params: GetHistoricalDataParams,
  options: HistoryOptions,
  ask: (asked: Asked, options: CallOptions) => Promise<Answer>,
) {
  const range = named("getHistoricalData", () => {
    checkParams(params);
    return readRange(params.from, params.to);
  });
  const windows = splitRange(range, daysAtOnce(params.interval), "forward");
  const next = oneDeadline(options);
  const work = (window: TimeWindow, signal: AbortSignal) => ask({ ...params, window }, { ...next(), signal });
  return { range, total: windows.length, each: inOrder(windows, work, options.signal) };
}

/**
 * Gives the candles of any range, the oldest first. Prices are rupees; `date` is the beginning of a candle.
 *
 * A range that is longer than one request may be is split at midnights, so that no candle is lost or doubled; the requests keep the
 * rate limit of three a second. A stretch without trades has no candle, and a range before the first trade gives an empty
 * list; `findGaps` names the trading days without one. The last candle may still be growing.
 *
 * Prices of the past change when a share splits or pays a bonus: candles that you keep get stale.
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
  async (kite: KiteClient, params: GetHistoricalDataParams, options: HistoryOptions = {}): Promise<Candle[]> => {
    const { range, total, each } = answers(params, options, (asked, own) => request(kite, asked, own));
    const candles: Candle[] = [];
    let done = 0;
    for await (const [window, answer] of each) {
      const own = withoutNeighbours(candlesOf(answer, "getHistoricalData"), window, range);
      for (const candle of own) candles.push(candle);
      done += 1;
      options.onProgress?.({ done, total, candles: candles.length });
    }
    return candles;
  },
  {
    async raw(kite: KiteClient, params: GetHistoricalDataParams, options: HistoryOptions = {}) {
      const { total, each } = answers(params, options, (asked, own) => request.raw(kite, asked, own));
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
);
