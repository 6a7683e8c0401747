import { type CallOptions, defineEndpoint, type Endpoint, type KiteClient, requireCredential } from "@kite/core";
import { boolean } from "valibot";
import { requireApiKey } from "../api-key.ts";

const invalidate: Endpoint<string | undefined, boolean> = defineEndpoint({
  id: "invalidateAccessToken",
  method: "DELETE",
  path: "/session/token",
  // The token to end is in the query. Signed with it as well, a token that is dead already would start the hook for expired
  // sessions, and a logout would end in a login.
  authorised: false,
  // A dead token cannot die again.
  idempotent: true,
  // An answer that is not `true` may quote the token.
  secret: true,
  response: boolean(),
  encode: (access_token, kite) => ({
    query: { api_key: requireApiKey(kite), access_token: requireCredential("access_token", access_token) },
  }),
  onSuccess: (kite, _, access_token) => {
    if (kite.session.accessToken === access_token) kite.session.setAccessToken(undefined);
  },
});

/**
 * Logs out: ends an access token, by default the client's own, which the client then forgets. Gives true.
 *
 * Kite's website and app stay logged in. For a token that is dead already the server may answer with `TokenException`.
 *
 * @see https://kite.trade/docs/connect/v3/user/#logout
 * @function
 */
export const invalidateAccessToken: Endpoint<string | undefined, boolean> = Object.assign(
  // Which token is meant is settled here, once: a login may set another one before the answer is there.
  (kite: KiteClient, access_token = kite.session.accessToken, options?: CallOptions) =>
    invalidate(kite, access_token, options),
  {
    raw: (kite: KiteClient, access_token = kite.session.accessToken, options?: CallOptions) =>
      invalidate.raw(kite, access_token, options),
    spec: invalidate.spec,
  },
);
