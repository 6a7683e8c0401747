import { defineEndpoint, type Endpoint, requireCredential } from "@kite/core";
import { type RenewedSession, RenewedSessionSchema, type RenewedSessionWire } from "@kite/models";
import { requireApiKey } from "../api-key.ts";
import { sha256 } from "../checksum.ts";
import { takeToken } from "../take-token.ts";

export interface RenewAccessTokenParams {
  /** From `generateSession` or the last renewal; empty there unless Kite has approved the app for it. */
  readonly refresh_token: string;
  /** Stays on this machine: only a checksum made with it is sent. */
  readonly api_secret: string;
}

/**
 * Trades a refresh token for a new access token, without a login, and puts it to use on this client at once.
 * For approved platforms only. Keep the `refresh_token` of the answer: it replaces the one that was given.
 *
 * @see https://kite.trade/docs/connect/v3/user/
 * @function
 */
export const renewAccessToken: Endpoint<RenewAccessTokenParams, RenewedSession, RenewedSessionWire> = defineEndpoint({
  id: "renewAccessToken",
  method: "POST",
  path: "/session/refresh_token",
  authorised: false,
  secret: true,
  response: RenewedSessionSchema,
  encode: async ({ refresh_token, api_secret }, kite) => {
    const api_key = requireApiKey(kite);
    const secret = requireCredential("api_secret", api_secret);
    const checksum = await sha256(api_key + requireCredential("refresh_token", refresh_token) + secret);
    return { form: { api_key, refresh_token, checksum } };
  },
  onSuccess: (kite, session) => takeToken(kite, "renewAccessToken", session),
});
