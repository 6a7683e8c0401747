import {
  generateSession,
  getProfile,
  invalidateAccessToken,
  invalidateRefreshToken,
  renewAccessToken,
} from "@kite/auth";
import type { PostbackData, ProfileData, SessionData, UserMargin, UserMargins } from "../types/session.ts";
import { datedSession } from "../wire/dated-rows.ts";
import { reading } from "../wire/facts.ts";
import { LegacyError } from "../wire/legacy-error.ts";
import { sha256 } from "../wire/sha256.ts";
import { LegacyCalls } from "./legacy-calls.ts";

/** Login, session, profile and funds. */
export abstract class SessionCalls extends LegacyCalls {
  /** Address of the login page, without its query. Can be changed. */
  abstract default_login_uri: string;

  /**
   * Puts a token to use; nothing ends the session here.
   * @deprecated Use `kite.session.setAccessToken(access_token)`.
   */
  setAccessToken(access_token: string): void {
    this.deprecated("setAccessToken");
    this.access_token = access_token;
  }

  /**
   * Calls a function, without arguments, at each refused token.
   * @deprecated Use `createKite({ onSessionExpired })`.
   */
  // biome-ignore lint/complexity/noBannedTypes: programs hand in what the old type takes
  setSessionExpiryHook(cb: Function): void {
    this.deprecated("setSessionExpiryHook");
    this.session_expiry_hook = cb as () => void;
  }

  /**
   * Gives the address of the login page.
   * @deprecated Use `kite.auth.getLoginURL()`.
   */
  getLoginURL(): string {
    this.deprecated("getLoginURL");
    return `${this.default_login_uri}?api_key=${this.api_key}&v=3`;
  }

  /**
   * Trades a request token for the day's session and puts its token to use.
   * @deprecated Use `kite.auth.generateSession({ request_token, api_secret })`.
   */
  async generateSession(request_token: string, api_secret: string): Promise<SessionData> {
    this.deprecated("generateSession");
    const login = () => generateSession.raw(this.client, { request_token, api_secret });
    return datedSession((await this.settled(login)).data, this.clock) as SessionData;
  }

  /**
   * Trades a refresh token for a new session and puts its token to use.
   * @deprecated Use `kite.auth.renewAccessToken({ refresh_token, api_secret })`.
   */
  async renewAccessToken(refresh_token: string, api_secret: string): Promise<SessionData> {
    this.deprecated("renewAccessToken");
    const renew = () => renewAccessToken.raw(this.client, { refresh_token, api_secret });
    return (await this.settled(renew)).data as unknown as SessionData;
  }

  /**
   * Logs out: ends a token, by default the client's own, which the client then forgets.
   * @deprecated Use `kite.auth.invalidateAccessToken(access_token)`.
   */
  async invalidateAccessToken(access_token?: string): Promise<boolean> {
    this.deprecated("invalidateAccessToken");
    return (await this.settled(() => invalidateAccessToken.raw(this.client, access_token || undefined))).data;
  }

  /**
   * Ends a refresh token.
   * @deprecated Use `kite.auth.invalidateRefreshToken(refresh_token)`.
   */
  async invalidateRefreshToken(refresh_token: string): Promise<boolean> {
    this.deprecated("invalidateRefreshToken");
    return (await this.settled(() => invalidateRefreshToken.raw(this.client, refresh_token))).data;
  }

  /**
   * Tells who is logged in.
   * @deprecated Use `kite.auth.getProfile()`.
   */
  getProfile(): Promise<ProfileData> {
    return this.call("getProfile", getProfile.spec);
  }

  /**
   * Tells the funds of both segments, rupees.
   * @deprecated Use `kite.auth.getMargins(segment)`.
   */
  getMargins(): Promise<UserMargins>;
  /**
   * Tells the funds of one segment. They are in the answer itself; `equity` and `commodity` are in the type alone, as they were.
   * @deprecated Use `kite.auth.getMargins(segment)`.
   */
  getMargins(segment: "equity" | "commodity" | undefined): Promise<UserMargins & UserMargin>;
  getMargins(segment?: string): Promise<UserMargins & UserMargin> {
    if (!segment) return this.call("getMargins", reading("getMargins", "/user/margins"));
    const one = reading("getMargins", "/user/margins/{segment}");
    return this.call("getMargins", one, { slots: { segment }, query: { segment } });
  }

  /**
   * Tells whether a postback was made with this secret, at once. Throws at once when a field is missing.
   * @deprecated Use `kite.auth.verifyPostback(rawBody, api_secret)`.
   */
  validatePostback(postback_data: PostbackData, api_secret: string): boolean {
    this.deprecated("validatePostback");
    const { order_id, checksum, order_timestamp } = postback_data ?? {};
    if (!order_id || !checksum || !order_timestamp || !api_secret) {
      const message = "Invalid postback data or api_secret";
      throw new LegacyError({ code: "InvalidInput", endpoint: "validatePostback", message });
    }
    return sameText(sha256(`${order_id}${order_timestamp}${api_secret}`), checksum);
  }
}

/** Compares in a time that does not tell how much of the text is right. */
function sameText(expected: string, given: unknown): boolean {
  if (typeof given !== "string" || given.length !== expected.length) return false;
  let difference = 0;
  for (let index = 0; index < expected.length; index += 1) {
    difference |= expected.charCodeAt(index) ^ given.charCodeAt(index);
  }
  return difference === 0;
}
