import { type CallOptions, isKiteError, type KiteClient } from "@kite/core";

/**
 * Tells whether the server takes this client's access token, by asking it for the profile. False when it refuses the token, and
 * when there is none. A refusal also runs the client's `onSessionExpired`, as on any other call.
 *
 * Throws when it cannot know: no connection, no answer, an answer that says something else.
 *
 * @see https://kite.trade/docs/connect/v3/user/#user-profile
 */
export async function validateSession(kite: KiteClient, options: CallOptions = {}): Promise<boolean> {
  // Behind a gateway the token is out of sight, and only asking helps.
  if (kite.apiKey && !kite.session.accessToken) return false;
  try {
    // Not getProfile: a cached profile would prove a dead token alive.
    await kite.send({ ...options, endpoint: "validateSession", method: "GET", path: "/user/profile", cacheFor: 0 });
    return true;
  } catch (error) {
    if (isKiteError(error, "TokenException")) return false;
    throw error;
  }
}
