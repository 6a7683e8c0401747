import { type InferInput, type InferOutput, nullable, object, optional, string } from "valibot";

/**
 * Names a SIP that was placed, changed or cancelled.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#sips
 */
export const MFSIPIdSchema = object({
  sip_id: string(),
  /** First order of a new SIP; null or missing when there is none. */
  order_id: optional(nullable(string())),
});
export interface MFSIPId extends InferOutput<typeof MFSIPIdSchema> {}
export interface MFSIPIdWire extends InferInput<typeof MFSIPIdSchema> {}
