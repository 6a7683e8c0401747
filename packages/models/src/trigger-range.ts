import { type InferInput, type InferOutput, number, object } from "valibot";
import { InstrumentTokenSchema } from "./instrument-token.ts";

/** Prices between which the trigger of a cover order may lie. Kite does not document this answer. */
export const TriggerRangeSchema = object({
  /** 0 in the one sample there is. */
  instrument_token: InstrumentTokenSchema,
  /** Rupees. */
  lower: number(),
  /** Rupees. */
  upper: number(),
});
export interface TriggerRange extends InferOutput<typeof TriggerRangeSchema> {}
export interface TriggerRangeWire extends InferInput<typeof TriggerRangeSchema> {}
