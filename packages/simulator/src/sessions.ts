import type { Clock } from "./clock.ts";
import { istTimestamp, nextIstHour } from "./ist.ts";
import type { Random } from "./random.ts";

/** What a request token buys, as the session answer names it. */
export interface Session {
  readonly access_token: string;
  readonly public_token: string;
  readonly enctoken: string;
  /** `""` unless the user belongs to a platform that may renew. */
  readonly refresh_token: string;
  readonly login_time: string;
}

interface Grant {
  readonly user_id: string;
  /** Epoch ms from which the token is worth nothing. */
  readonly expires: number;
}

const REQUEST_TOKEN_LIFE_MS = 5 * 60_000;

/**
 * All tokens in circulation. Access tokens die at the first 06:00 IST after they were issued. A second login leaves the
 * tokens of the first alone; whether Kite does so too is not known.
 */
export class Sessions {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #requestTokens = new Map<string, Grant>();
  readonly #accessTokens = new Map<string, Grant>();
  readonly #refreshTokens = new Map<string, string>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Issues what the login page puts into the redirect: good for five minutes, and once. */
  issueRequestToken(user_id: string): string {
    const token = this.#random.text(32);
    this.#requestTokens.set(token, { user_id, expires: this.#clock.now() + REQUEST_TOKEN_LIFE_MS });
    return token;
  }

  /** Uses a request token up and tells whose it was. */
  redeem(requestToken: string): string | undefined {
    const grant = this.#requestTokens.get(requestToken);
    this.#requestTokens.delete(requestToken);
    return this.#live(grant);
  }

  open(user_id: string, renewable: boolean): Session {
    return {
      access_token: this.#issueAccessToken(user_id),
      public_token: this.#random.text(32),
      enctoken: this.#random.text(64),
      refresh_token: renewable ? this.#issueRefreshToken(user_id) : "",
      login_time: istTimestamp(this.#clock.now()),
    };
  }

  /** Trades a refresh token for a new pair; the old refresh token is spent. */
  renew(refreshToken: string): { user_id: string; access_token: string; refresh_token: string } | undefined {
    const user_id = this.#refreshTokens.get(refreshToken);
    if (user_id === undefined) return undefined;
    this.#refreshTokens.delete(refreshToken);
    return {
      user_id,
      access_token: this.#issueAccessToken(user_id),
      refresh_token: this.#issueRefreshToken(user_id),
    };
  }

  /** Whose session an access token stands for, while it lives. */
  userOf(accessToken: string): string | undefined {
    return this.#live(this.#accessTokens.get(accessToken));
  }

  /** Kills one access token; false when there was nothing alive to kill. */
  closeAccess(accessToken: string): boolean {
    const alive = this.userOf(accessToken) !== undefined;
    this.#accessTokens.delete(accessToken);
    return alive;
  }

  /** Kills one refresh token; false when there was nothing alive to kill. */
  closeRefresh(refreshToken: string): boolean {
    return this.#refreshTokens.delete(refreshToken);
  }

  expireAll(): void {
    this.#requestTokens.clear();
    this.#accessTokens.clear();
    this.#refreshTokens.clear();
  }

  #live(grant: Grant | undefined): string | undefined {
    return grant && this.#clock.now() < grant.expires ? grant.user_id : undefined;
  }

  #issueAccessToken(user_id: string): string {
    const token = this.#random.text(32);
    this.#accessTokens.set(token, { user_id, expires: nextIstHour(6, this.#clock.now()) });
    return token;
  }

  #issueRefreshToken(user_id: string): string {
    const token = this.#random.text(32);
    this.#refreshTokens.set(token, user_id);
    return token;
  }
}
