import { KiteError } from "@kite/core";
import { type Candle, CandleSchema } from "@kite/models";
import { safeParse } from "valibot";
import type { TimeWindow } from "./windows.ts";

/**
 * Gives the candles of an answer, whatever the client's validation has left of it: with `off` they come as sent. A row that is
 * no candle has no time, so it has no place among the others and is left out; the client has warned of it.
 */
export function candlesOf(answer: unknown, endpoint: string): Candle[] {
  const rows: unknown =
    typeof answer === "object" && answer !== null && "candles" in answer ? answer.candles : undefined;
  if (!Array.isArray(rows)) {
    throw new KiteError({ code: "MalformedAnswer", endpoint, message: "the answer holds no list of candles" });
  }
  return rows.flatMap((row) => {
    if (row?.date instanceof Date) return row;
    const { success, output } = safeParse(CandleSchema, row);
    return success ? output : [];
  });
}

/** Leaves out what belongs to a neighbouring window, should the server be generous at the ends. */
export function withoutNeighbours(
  candles: readonly Candle[],
  window: TimeWindow,
  range: TimeWindow,
): readonly Candle[] {
  if (window.from === range.from && window.to === range.to) return candles;
  const from = window.from === range.from ? Number.NEGATIVE_INFINITY : window.from;
  const to = window.to === range.to ? Number.POSITIVE_INFINITY : window.to;
  return candles.filter(({ date }) => date.getTime() >= from && date.getTime() <= to);
}
