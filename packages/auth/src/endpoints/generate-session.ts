import { defineEndpoint, type Endpoint, requireCredential } from "@kite/core";
import { type Session, SessionSchema, type SessionWire } from "@kite/models";
import { requireApiKey } from "../api-key.ts";
import { sha256 } from "../checksum.ts";
import { takeToken } from "../take-token.ts";

export interface GenerateSessionParams {
  /** From the query of the redirect after the login. Good once, for a few minutes. */
  readonly request_token: string;
  /** Of the app that the login was made for. Stays on this machine: only a checksum made with it is sent. */
  readonly api_secret: string;
}

/**
 * Logs in: trades a request token for the day's access token, and puts that to use on this client at once.
 *
 * The access token lives until 06:00 IST (`tokenExpiry`), or until a logout. A request token is spent even when the answer
 * gets lost: after a failure with `outcome: "unknown"`, start again at the login page.
 *
 * @example
 * const { user_id } = await generateSession(kite, { request_token, api_secret });
 * const profile = await getProfile(kite);
 *
 * @see https://kite.trade/docs/connect/v3/user/#authentication-and-token-exchange
 * @function
 */
export const generateSession: Endpoint<GenerateSessionParams, Session, SessionWire> = defineEndpoint({
  id: "generateSession",
  method: "POST",
  path: "/session/token",
  authorised: false,
  secret: true,
  response: SessionSchema,
  encode: async ({ request_token, api_secret }, kite) => {
    const api_key = requireApiKey(kite);
    const secret = requireCredential("api_secret", api_secret);
    const checksum = await sha256(api_key + requireCredential("request_token", request_token) + secret);
    return { form: { api_key, request_token, checksum } };
  },
  onSuccess: (kite, session) => takeToken(kite, "generateSession", session),
});
