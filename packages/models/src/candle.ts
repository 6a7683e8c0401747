import type { GenericSchema } from "valibot";
import { reading } from "./reading.ts";
import { readIst } from "./time/read-ist.ts";

/** Trading in one stretch of time. Prices are rupees, back-adjusted for splits, bonuses and the like. */
export interface Candle {
  /** When the stretch begins: 09:15:00 IST for the first minute of a share, midnight IST for a day. */
  date: Date;
  open: number;
  high: number;
  low: number;
  close: number;
  /** Shares, units of a contract, or lots on MCX and the currency exchanges. */
  volume: number;
  /** Contracts open at the end; 0 is a value. There when it was asked for. */
  oi?: number;
}

/** The positions of a candle on the wire; the time looks like `2017-12-15T09:15:00+0530`. */
export type CandleWire = [
  time: string,
  open: number,
  high: number,
  low: number,
  close: number,
  volume: number,
  oi?: number,
];

/**
 * Turns the positions of a candle into fields.
 *
 * @see https://kite.trade/docs/connect/v3/historical/
 */
export const CandleSchema: GenericSchema<CandleWire, Candle> = reading(
  "candle",
  "[time, open, high, low, close, volume, oi?]",
  readCandle,
);

function readCandle(value: unknown): Candle | undefined {
  if (!Array.isArray(value)) return undefined;
  // By its places: taking an array apart costs more than all else here.
  const [time, oi] = [value[0], value[6]];
  const date = typeof time === "string" && readIst(time);
  if (!date) return undefined;
  for (let place = 1; place < 6; place += 1) if (typeof value[place] !== "number") return undefined;
  const candle: Candle = { date, open: value[1], high: value[2], low: value[3], close: value[4], volume: value[5] };
  // 0 means that no contract is open, which is not the same as not knowing.
  if (oi !== undefined && oi !== null) {
    if (typeof oi !== "number") return undefined;
    candle.oi = oi;
  }
  return candle;
}
