import { array, type InferInput, type InferOutput, object, optional, string, unknown } from "valibot";
import { AlertSnapshotSchema } from "./alert-snapshot.ts";
import { AlertTypeSchema } from "./enums/alert-type.ts";
import { IstTimeSchema } from "./time/ist-time.ts";

/**
 * One firing of an alert.
 *
 * @see https://kite.trade/docs/connect/v3/alerts/
 */
export const AlertEventSchema = object({
  /** Of the alert. */
  uuid: string(),
  type: AlertTypeSchema,
  /** For people: `LastTradedPrice("NSE:INFY") <= 1500`. */
  condition: string(),
  created_at: IstTimeSchema,
  /** Null for a simple alert. For one that placed orders Kite does not document the shape. */
  order_meta: optional(unknown()),
  /** What was seen of the instruments in the condition. */
  meta: array(AlertSnapshotSchema),
});
export interface AlertEvent extends InferOutput<typeof AlertEventSchema> {}
export interface AlertEventWire extends InferInput<typeof AlertEventSchema> {}
