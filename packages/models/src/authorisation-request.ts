import { type InferInput, type InferOutput, object, string } from "valibot";

/**
 * A request to let holdings be sold, which the user confirms on the depository's page.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/
 */
export const AuthorisationRequestSchema = object({
  /** Part of the address that the user has to open. */
  request_id: string(),
});
export interface AuthorisationRequest extends InferOutput<typeof AuthorisationRequestSchema> {}
export interface AuthorisationRequestWire extends InferInput<typeof AuthorisationRequestSchema> {}
