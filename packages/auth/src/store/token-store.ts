import { isToken } from "../is-token.ts";
import { tokenExpiry } from "../token-expiry.ts";

/** An access token, and what must be known to tell whether it is still good. */
export interface StoredToken {
  /** App that the token was made for. */
  readonly api_key: string;
  /** Secret: whoever reads it can trade until 06:00 IST. */
  readonly access_token: string;
  readonly login_time: Date;
}

/**
 * Keeps one token between two starts of a program. Needs no rules of its own: `keepSession` checks age and app of what `load`
 * gives, calls one method at a time, and turns what they throw into a `KiteError`.
 */
export interface TokenStore {
  /** Gives what was saved last, or undefined. */
  load(): Promise<StoredToken | undefined>;
  save(token: StoredToken): Promise<void>;
  /** Forgets what was saved. No error when there is nothing. */
  clear(): Promise<void>;
}

/**
 * Tells whether a token can still be good: 06:00 IST has not passed since the login. False for a login in the future too: a
 * clock that was wrong must not make a token immortal.
 */
export const isAlive = ({ access_token, login_time }: StoredToken): boolean =>
  isToken(access_token) && tokenExpiry(login_time).getTime() === tokenExpiry(new Date()).getTime();
