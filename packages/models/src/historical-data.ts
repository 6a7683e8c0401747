import { array, type InferInput, type InferOutput, object } from "valibot";
import { CandleSchema } from "./candle.ts";

/**
 * Candles, the oldest first.
 *
 * @see https://kite.trade/docs/connect/v3/historical/
 */
export const HistoricalDataSchema = object({ candles: array(CandleSchema) });
export interface HistoricalData extends InferOutput<typeof HistoricalDataSchema> {}
export interface HistoricalDataWire extends InferInput<typeof HistoricalDataSchema> {}
