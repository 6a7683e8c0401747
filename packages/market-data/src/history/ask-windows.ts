import type { CallOptions } from "@kite/core";
import { named } from "../named.ts";
import { oneDeadline } from "../one-deadline.ts";
import { inOrder } from "./in-order.ts";
import { daysAtOnce } from "./interval-days.ts";
import { checkParams, type GetHistoricalDataParams } from "./params.ts";
import { readRange } from "./range.ts";
import { splitRange, type TimeWindow } from "./windows.ts";

/** One request: a window that Kite takes as a whole. */
export type AskedCandles = GetHistoricalDataParams & { readonly window: TimeWindow };

/** The requests that a range needs. */
export interface AskedWindows<Answer> {
  readonly range: TimeWindow;
  readonly total: number;
  /** The answers, in order of time. */
  readonly each: AsyncIterable<readonly [TimeWindow, Answer]>;
}

/** Sends the requests that a range needs, a few at once. */
export function askWindows<Answer>(
  params: GetHistoricalDataParams,
  options: CallOptions,
  ask: (asked: AskedCandles, options: CallOptions) => Promise<Answer>,
): AskedWindows<Answer> {
  const range = named("getHistoricalData", () => {
    checkParams(params);
    return readRange(params.from, params.to);
  });
  const windows = splitRange(range, daysAtOnce(params.interval), "forward");
  const next = oneDeadline(options);
  const work = (window: TimeWindow, signal: AbortSignal) => ask({ ...params, window }, { ...next(), signal });
  return { range, total: windows.length, each: inOrder(windows, work, options.signal) };
}
