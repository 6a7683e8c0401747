import { array, type InferInput, type InferOutput, object } from "valibot";
import { PositionSchema } from "./position.ts";

/**
 * The positions of the day, seen in two ways.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/#positions
 */
export const PositionsSchema = object({
  /** What is open now, and what was closed today. */
  net: array(PositionSchema),
  /** Today's trading alone: something carried over and sold today shows as short here. */
  day: array(PositionSchema),
});
export interface Positions extends InferOutput<typeof PositionsSchema> {}
export interface PositionsWire extends InferInput<typeof PositionsSchema> {}
