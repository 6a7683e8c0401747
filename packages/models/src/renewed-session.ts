import { type InferInput, type InferOutput, object, string } from "valibot";

/**
 * Fresh tokens for a session that was renewed. Kite does not document this answer; only approved apps get it.
 *
 * @see https://kite.trade/docs/connect/v3/user/
 */
export const RenewedSessionSchema = object({
  user_id: string(),
  /** Secret. Replaces the access token of the old session. */
  access_token: string(),
  /** Secret. For the next renewal. */
  refresh_token: string(),
});
export interface RenewedSession extends InferOutput<typeof RenewedSessionSchema> {}
export interface RenewedSessionWire extends InferInput<typeof RenewedSessionSchema> {}
