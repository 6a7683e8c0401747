import { defineEndpoint, type Endpoint, requireCredential } from "@kite/core";
import { boolean } from "valibot";
import { requireApiKey } from "../api-key.ts";

/**
 * Ends a refresh token: no more access tokens come from it. Gives true. The access token in use stays alive.
 *
 * @see https://kite.trade/docs/connect/v3/user/#logout
 * @function
 */
export const invalidateRefreshToken: Endpoint<string, boolean> = defineEndpoint({
  id: "invalidateRefreshToken",
  method: "DELETE",
  path: "/session/token",
  authorised: false,
  // A dead token cannot die again.
  idempotent: true,
  // An answer that is not `true` may quote the token.
  secret: true,
  response: boolean(),
  encode: (refresh_token, kite) => ({
    query: { api_key: requireApiKey(kite), refresh_token: requireCredential("refresh_token", refresh_token) },
  }),
});
