import { getHistoricalData } from "@kite/market-data";
import { kite } from "../api/kite.ts";
import type { Figures } from "../api/use-figures.ts";
import { loadPageInstruments } from "../market/instruments.ts";
import { listed } from "../market/listed.ts";
import { type CandleRows, candleRow } from "./candle-rows.ts";
import { firstCandle } from "./first-candle.ts";
import type { ChartInterval } from "./intervals.ts";

/** The candles of an instrument, `NSE:INFY`. Throws `KnownFailure` for what is not listed. */
export const candleFigures = (key: string, interval: ChartInterval): Figures<CandleRows> => ({
  key: ["candles", key, interval],
  read: async (signal) => {
    const { instrument_token } = listed(await loadPageInstruments(), key);
    const to = new Date();
    const range = { instrument_token, interval, from: firstCandle(interval, to), to };
    const candles = (await getHistoricalData(kite, range, { signal })).map(candleRow);
    return { key, interval, candles };
  },
});
