import { isKiteError } from "@kite/core";
import type { Tick } from "@kite/ticker";
import { useEffect, useState } from "react";
import type { CandleRow, CandleRows } from "../chart/candle-rows.ts";
import { feed } from "./feed.ts";
import { LiveCandles } from "./live-candles.ts";

const none: readonly CandleRow[] = [];

/** The candles that continue those of an answer, as the stream tells; none until it has told something. */
export function useLiveCandles(answer: CandleRows | undefined, token: number | undefined): readonly CandleRow[] {
  const [latest, setLatest] = useState<{ readonly series: string; readonly rows: readonly CandleRow[] }>();
  const series = answer ? `${answer.key} ${answer.interval}` : "";
  useEffect(() => {
    if (!answer || answer.candles.length === 0 || token === undefined) return;
    let candles: LiveCandles | undefined;
    let frame: number | undefined;
    const take = (tick: Tick) => {
      // what comes before the wish for more is heard has no times
      if (tick.mode !== "full") return;
      if (candles) candles.add(tick);
      else candles = begin(answer, tick);
      frame ??= requestAnimationFrame(show);
    };
    const show = () => {
      frame = undefined;
      if (candles) setLatest({ series, rows: candles.latest });
    };
    const known = feed.price(token)?.tick;
    if (known) take(known);
    const end = feed.onTick(token, take);
    return () => {
      end();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [answer, series, token]);
  return latest?.series === series ? latest.rows : none;
}

/** Undefined where the history begins its candles elsewhere than the stream would: it is asked for again soon enough. */
function begin({ interval, candles }: CandleRows, tick: Tick): LiveCandles | undefined {
  try {
    return new LiveCandles(interval, candles, tick);
  } catch (error) {
    if (isKiteError(error, "InvalidInput")) return undefined;
    throw error;
  }
}
