import { type InferInput, type InferOutput, number, object } from "valibot";

/**
 * Names a GTT that was placed, changed or deleted.
 *
 * @see https://kite.trade/docs/connect/v3/gtt/
 */
export const TriggerIdSchema = object({
  trigger_id: number(),
});
export interface TriggerId extends InferOutput<typeof TriggerIdSchema> {}
export interface TriggerIdWire extends InferInput<typeof TriggerIdSchema> {}
