import { type CallOptions, type KiteClient, requireOneOf } from "@kite/core";
import type { Candle } from "@kite/models";
import type { ExchangeCalendar } from "../calendar/calendar.ts";
import { getHistoricalData } from "../endpoints/get-historical-data.ts";
import { named } from "../named.ts";
import { withoutNeighbours } from "./candles-of.ts";
import { type CandleGaps, findGaps } from "./find-gaps.ts";
import { inOrder } from "./in-order.ts";
import { daysAtOnce } from "./interval-days.ts";
import { checkParams, type GetHistoricalDataParams } from "./params.ts";
import { readRange, resumeRange, writeCursor } from "./range.ts";
import { type Direction, splitRange, type TimeWindow } from "./windows.ts";

/** What to walk through, and how. */
export type IterateHistoricalDataParams = GetHistoricalDataParams & {
  /** Default `forward`: the oldest page first. */
  readonly direction?: Direction | undefined;
  /** Goes on after the page that this came with. */
  readonly cursor?: string | undefined;
  /** For the gaps. Default: the calendar of this package. */
  readonly calendar?: ExchangeCalendar | undefined;
};

/** The candles of one request. */
export interface HistoryPage {
  /** The oldest first, whatever the direction. */
  readonly candles: readonly Candle[];
  /** The stretch of time that was asked for, both ends included. */
  readonly from: Date;
  readonly to: Date;
  /** Trading days in it without a candle. */
  readonly gaps: CandleGaps;
  /** Pages so far, this one included, and all there will be: since the cursor, if there was one. */
  readonly done: number;
  readonly total: number;
  /** Where to go on after this page, as text that can be stored; undefined on the last one. */
  readonly cursor: string | undefined;
}

/**
 * Walks through the candles of any range, page by page, forward or backward. Leaving the loop, or the signal, ends it; up to two
 * pages ahead are already asked for then. `timeout` and `deadline` count for each page.
 *
 * Splits and throws as `getHistoricalData` does, and throws `InvalidInput` for a cursor of another range or direction.
 *
 * @example
 * for await (const page of iterateHistoricalData(kite, { ...params, cursor: await load() })) {
 *   await save(page.candles, page.cursor);
 * }
 */
export async function* iterateHistoricalData(
  kite: KiteClient,
  params: IterateHistoricalDataParams,
  options: CallOptions = {},
): AsyncGenerator<HistoryPage, void, undefined> {
  const { direction = "forward", cursor, calendar, ...asked } = params;
  const { range, rest } = named("iterateHistoricalData", () => {
    checkParams(asked);
    requireOneOf("direction", direction, ["forward", "backward"]);
    const whole = readRange(asked.from, asked.to);
    return { range: whole, rest: cursor === undefined ? whole : resumeRange(whole, direction, cursor) };
  });
  const windows = splitRange(rest, daysAtOnce(asked.interval), direction);
  const work = (window: TimeWindow, signal: AbortSignal) =>
    getHistoricalData(kite, { ...asked, ...dates(window) }, { ...options, signal });
  let done = 0;
  for await (const [window, answer] of inOrder(windows, work, options.signal)) {
    done += 1;
    const candles = withoutNeighbours(answer, window, range);
    const next = windows[done];
    yield {
      candles,
      ...dates(window),
      gaps: findGaps(candles, { ...asked, ...dates(window) }, calendar),
      done,
      total: windows.length,
      cursor: next && writeCursor(direction, next),
    };
  }
}

const dates = ({ from, to }: TimeWindow) => ({ from: new Date(from), to: new Date(to) });
