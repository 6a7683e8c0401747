import { isKiteError, type KiteClient, KiteError } from "@kite/core";
import { requireApiKey } from "../api-key.ts";
import { type RenewAccessTokenParams, renewAccessToken } from "../endpoints/renew-access-token.ts";
import { checkPatience, type Patience, waitFor } from "./wait-for.ts";

/** `timeout` and `signal` say how long this caller waits; the login goes on for the others. Default: no limit. */
export interface RefreshSessionOptions extends Patience {
  /** For accounts of approved platforms. Undefined and empty, as everyone else's sessions have it, mean the login hook. */
  readonly refresh_token?: string | undefined;
  /** Needed with `refresh_token`. */
  readonly api_secret?: string | undefined;
}

export interface RefreshedSession {
  readonly access_token: string;
  /** Replaces the one that was given. Undefined after a login by hook. */
  readonly refresh_token?: string;
}

/**
 * Gets the client a new access token, and waits until it is in use: by the refresh token if there is one, otherwise through the
 * client's `onSessionExpired`. However many callers ask, they share one renewal, and one login.
 *
 * Inside `onSessionExpired` call it with a refresh token only: without one it would wait for the hook it is called from.
 *
 * Throws `TokenException` when there is neither hook nor refresh token, or the server refuses the latter; `LoginFailed` when the
 * hook throws something that is not a `KiteError`; `Timeout` and `Aborted` for this caller alone.
 *
 * @example
 * if (!(await validateSession(kite))) await refreshSession(kite, { timeout: 300_000 });
 */
export async function refreshSession(kite: KiteClient, options: RefreshSessionOptions = {}): Promise<RefreshedSession> {
  const caller = "refreshSession";
  requireApiKey(kite, caller);
  checkPatience(caller, options);
  const { refresh_token, api_secret = "" } = options;
  const underWay = renewals.get(kite.session);
  const work = underWay ?? (refresh_token ? renew(kite, { refresh_token, api_secret }) : login(kite, caller));
  return waitFor(work, caller, options);
}

/**
 * Renewals under way, by session, since the clients made from one client share theirs. Logins by hook are not in here: a hook
 * may itself renew, and would wait for its own end.
 */
const renewals = new WeakMap<KiteClient["session"], Promise<RefreshedSession>>();

function renew(kite: KiteClient, params: RenewAccessTokenParams): Promise<RefreshedSession> {
  const { session } = kite;
  const renewal = renewAccessToken(kite, params)
    .then(({ access_token, refresh_token }) => ({ access_token, refresh_token }))
    .finally(() => renewals.delete(session));
  renewals.set(session, renewal);
  return renewal;
}

async function login({ session }: KiteClient, endpoint: string): Promise<RefreshedSession> {
  if (!session.hasHook) {
    throw new KiteError({
      code: "TokenException",
      endpoint,
      message:
        "no way to a new token: give refresh_token and api_secret, or give the client an onSessionExpired that logs in",
    });
  }
  const error = new KiteError({ code: "TokenException", endpoint, message: "a new access token was asked for" });
  try {
    return { access_token: await session.renew({ error }) };
  } catch (cause) {
    if (isKiteError(cause)) throw cause;
    throw new KiteError({ code: "LoginFailed", endpoint, message: "onSessionExpired failed; see the cause", cause });
  }
}
