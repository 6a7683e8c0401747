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

/** What a refresh token buys. */
interface RenewedSession {
  readonly user_id: string;
  readonly access_token: string;
  readonly refresh_token: string;
}

/** Whose a token is, and of which app: another app cannot use it. */
export interface TokenOwner {
  readonly user_id: string;
  readonly apiKey: string;
}

interface Grant extends TokenOwner {
  /** Epoch ms from which the token is worth nothing. */
  readonly expires: number;
}

/** All tokens in circulation, by token. */
export interface SavedSessions {
  readonly random: number;
  readonly requestTokens: readonly (readonly [string, Grant])[];
  readonly accessTokens: readonly (readonly [string, Grant])[];
  readonly refreshTokens: readonly (readonly [string, TokenOwner])[];
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
  readonly #refreshTokens = new Map<string, TokenOwner>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Issues what the login page puts into the redirect: good for five minutes, and once. */
  issueRequestToken(owner: TokenOwner): string {
    const token = this.#random.text(32);
    this.#requestTokens.set(token, {
      user_id: owner.user_id,
      apiKey: owner.apiKey,
      expires: this.#clock.now() + REQUEST_TOKEN_LIFE_MS,
    });
    return token;
  }

  /** Uses a request token of an app up, and tells whose it was. */
  redeem(requestToken: string, apiKey: string): string | undefined {
    const grant = this.#requestTokens.get(requestToken);
    if (grant?.apiKey !== apiKey) return undefined;
    this.#requestTokens.delete(requestToken);
    return this.#live(grant);
  }

  open(owner: TokenOwner, renewable: boolean): Session {
    return {
      access_token: this.#issueAccessToken(owner),
      public_token: this.#random.text(32),
      enctoken: this.#random.text(64),
      refresh_token: renewable ? this.#issueRefreshToken(owner) : "",
      login_time: istTimestamp(this.#clock.now()),
    };
  }

  /** Trades a refresh token for a new pair; the old refresh token is spent. */
  renew(refreshToken: string, apiKey: string): RenewedSession | undefined {
    const owner = this.#refreshTokens.get(refreshToken);
    if (owner?.apiKey !== apiKey) return undefined;
    this.#refreshTokens.delete(refreshToken);
    return {
      user_id: owner.user_id,
      access_token: this.#issueAccessToken(owner),
      refresh_token: this.#issueRefreshToken(owner),
    };
  }

  /** Whose session with an app an access token stands for, while it lives. */
  userOf(accessToken: string, apiKey: string): string | undefined {
    const grant = this.#accessTokens.get(accessToken);
    return grant?.apiKey === apiKey ? this.#live(grant) : undefined;
  }

  /** Kills one access token; false when there was nothing alive to kill. */
  closeAccess(accessToken: string, apiKey: string): boolean {
    const alive = this.userOf(accessToken, apiKey) !== undefined;
    if (alive) this.#accessTokens.delete(accessToken);
    return alive;
  }

  /** Kills one refresh token; false when there was nothing alive to kill. */
  closeRefresh(refreshToken: string, apiKey: string): boolean {
    return this.#refreshTokens.get(refreshToken)?.apiKey === apiKey && this.#refreshTokens.delete(refreshToken);
  }

  expireAll(): void {
    this.#requestTokens.clear();
    this.#accessTokens.clear();
    this.#refreshTokens.clear();
  }

  save(): SavedSessions {
    const { state } = this.#random;
    return {
      random: state,
      requestTokens: [...this.#requestTokens],
      accessTokens: [...this.#accessTokens],
      refreshTokens: [...this.#refreshTokens],
    };
  }

  /** Forgets all tokens and takes over those that were saved. */
  restore({ random, requestTokens, accessTokens, refreshTokens }: SavedSessions): void {
    this.expireAll();
    this.#random.state = random;
    for (const [token, grant] of requestTokens) this.#requestTokens.set(token, grant);
    for (const [token, grant] of accessTokens) this.#accessTokens.set(token, grant);
    for (const [token, owner] of refreshTokens) this.#refreshTokens.set(token, owner);
  }

  #live(grant: Grant | undefined): string | undefined {
    return grant && this.#clock.now() < grant.expires ? grant.user_id : undefined;
  }

  #issueAccessToken(owner: TokenOwner): string {
    const token = this.#random.text(32);
    this.#accessTokens.set(token, {
      user_id: owner.user_id,
      apiKey: owner.apiKey,
      expires: nextIstHour(6, this.#clock.now()),
    });
    return token;
  }

  #issueRefreshToken({ user_id, apiKey }: TokenOwner): string {
    const token = this.#random.text(32);
    this.#refreshTokens.set(token, { user_id, apiKey });
    return token;
  }
}
