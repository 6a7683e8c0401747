import { isKiteError, type KiteClient, type KiteError } from "@kite/core";
import { streamError } from "../stream/errors.ts";
import { addressOf } from "./address.ts";
import type { Clock } from "./clock.ts";

/** Milliseconds between two requests for a token when each one is refused: nobody is asked to log in every minute all night. */
const firstAsk = 60_000;
const longestAsk = 15 * 60_000;

/** Milliseconds until a profile that could not be read is asked for again. */
const profilePause = 5_000;

/** Unexplained failures in a row after which the token is tried elsewhere. */
const suspicious = 3;

export interface AccountOptions {
  readonly kite: KiteClient;
  /** The address without the account. */
  readonly root: string;
  readonly userId: string | undefined;
  readonly clock: Clock;
  /** Called when there is an address, or another one. */
  readonly wake: () => void;
  readonly onError: (error: KiteError) => void;
}

/** Whose stream it is: the address with the session's token, and what to do when the server refuses it. */
export class Account {
  readonly #options: AccountOptions;
  readonly #stopListening: () => void;
  #userId: string | undefined;
  #isAsking = false;
  #refused: string | undefined;
  #refusals = 0;
  #unexplained = 0;
  #cancelTimer: () => void = () => {};
  #isClosed = false;

  constructor(options: AccountOptions) {
    this.#options = options;
    this.#userId = options.userId;
    this.#stopListening = options.kite.session.onChange(() => {
      this.#cancelTimer();
      this.#refused = undefined;
      options.wake();
    });
  }

  /** Gives the address with the token in use; undefined while there is none to try. */
  address(): string | undefined {
    const { apiKey, session } = this.#options.kite;
    const { accessToken } = session;
    if (apiKey !== undefined && (accessToken === undefined || accessToken === this.#refused)) return undefined;
    if (this.#needsUser) {
      // The sandbox sends nothing to a socket that does not say whose it is.
      void this.#readProfile();
      return undefined;
    }
    return addressOf(this.#options.root, { api_key: apiKey, access_token: accessToken, user_id: this.#userId });
  }

  /** Takes note that the server has taken the token. */
  accepted(): void {
    this.#refusals = 0;
    this.#unexplained = 0;
  }

  /** Takes note that the server refuses the token, and asks the session for another one. */
  refused(detail: string): void {
    const { apiKey, session } = this.#options.kite;
    const { accessToken } = session;
    // Up to three connections hear of the same token.
    if (apiKey === undefined || accessToken === undefined || accessToken === this.#refused) return;
    this.#refused = accessToken;
    this.#refusals += 1;
    const error = refusal(detail, this.#refusals > 1);
    if (this.#refusals === 1) this.#ask(accessToken, error);
    else this.#askLater(accessToken, error);
    this.#options.onError(error);
  }

  /**
   * Takes note of a failure that the platform does not explain. A browser shows a refused token as a broken connection, so every third
   * one in a row a read call tries the token.
   */
  unexplained(): void {
    this.#unexplained += 1;
    if (this.#unexplained % suspicious === 0) void this.#readProfile();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#cancelTimer();
  }

  #ask(accessToken: string, error: KiteError): void {
    const { session } = this.#options.kite;
    session.reportExpired(accessToken, error);
    if (!session.hasHook) return;
    session.renew({ error }).catch(() => {
      if (!this.#isClosed && accessToken === this.#refused) this.#askLater(accessToken, error);
    });
  }

  #askLater(accessToken: string, error: KiteError): void {
    const wait = Math.min(longestAsk, firstAsk * 2 ** Math.max(0, this.#refusals - 2));
    this.#cancelTimer();
    this.#cancelTimer = this.#options.clock.after(wait, () => this.#ask(accessToken, error));
  }

  get #needsUser(): boolean {
    return this.#options.kite.environment.name === "sandbox" && this.#userId === undefined;
  }

  async #readProfile(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const { kite, clock, wake, onError } = this.#options;
    let isRefused = false;
    try {
      const { data } = await kite.send({ endpoint: "ticker", method: "GET", path: "/user/profile" });
      if (this.#needsUser) this.#userId = (data as { user_id?: string } | null)?.user_id;
    } catch (error) {
      isRefused = isKiteError(error, "TokenException");
      if (isRefused && !this.#isClosed) {
        if (kite.apiKey === undefined) onError(error as KiteError);
        else this.refused("HTTP 403");
      }
    }
    this.#isAsking = false;
    if (this.#isClosed || isRefused || kite.environment.name !== "sandbox") return;
    if (this.#needsUser) this.#cancelTimer = clock.after(profilePause, wake);
    else wake();
  }
}

const refusal = (detail: string, again: boolean): KiteError => {
  const hint = again ? "; another one was too: does the app's plan include market data?" : "";
  return streamError("TokenException", `the access token was refused (${detail})${hint}`, { status: 403 });
};
