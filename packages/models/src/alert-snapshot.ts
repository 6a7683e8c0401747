import { type InferInput, type InferOutput, number, object, string } from "valibot";
import { ExchangeSchema } from "./enums/exchange.ts";
import { InstrumentTokenSchema } from "./instrument-token.ts";
import { OHLCSchema } from "./ohlc.ts";
import { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";

/**
 * The market in an instrument at the moment an alert fired. Prices are rupees per unit, or points of an index, whose
 * quantities, volumes and open interest are 0.
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 */
export const AlertSnapshotSchema = object({
  instrument_token: InstrumentTokenSchema,
  tradingsymbol: string(),
  exchange: ExchangeSchema,
  timestamp: IstTimeOrNoneSchema,
  last_price: number(),
  ohlc: OHLCSchema,
  net_change: number(),
  /** Null for an index, in which nothing is traded. */
  last_trade_time: IstTimeOrNoneSchema,
  last_quantity: number(),
  buy_quantity: number(),
  sell_quantity: number(),
  volume: number(),
  /** Undocumented. */
  volume_tick: number(),
  average_price: number(),
  oi: number(),
  oi_day_high: number(),
  oi_day_low: number(),
  lower_circuit_limit: number(),
  upper_circuit_limit: number(),
});
export interface AlertSnapshot extends InferOutput<typeof AlertSnapshotSchema> {}
export interface AlertSnapshotWire extends InferInput<typeof AlertSnapshotSchema> {}
