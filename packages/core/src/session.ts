import type { KiteError } from "./errors.ts";
import { requireCredential } from "./input.ts";

/** Why a session ended. Holds no token. */
export interface SessionExpired {
  /** The refusal that showed it. */
  readonly error: KiteError;
}

/**
 * Called when the server refuses the access token. May give a new token, or a promise of one: it is put to use at once.
 * Runs once per dead token, however many calls fail with it.
 */
export type SessionExpiryHook = (event: SessionExpired) => unknown;

/** Hears of each new token, and `undefined` when it is gone. */
export type SessionListener = (accessToken: string | undefined) => void;

/**
 * The account's login: one per client, shared by every client made from it with `use`.
 *
 * A token dies at 06:00 IST of the next day, or earlier by a logout.
 * @see https://kite.trade/docs/connect/v3/user/
 */
export class Session {
  // Private fields, so that neither JSON.stringify nor util.inspect shows the token.
  #accessToken: string | undefined;
  #expired = false;
  #renewal: Promise<string> | undefined;
  readonly #hook: SessionExpiryHook | undefined;
  readonly #onHookFailure: (error: unknown) => void;
  readonly #listeners = new Set<SessionListener>();

  constructor(
    accessToken?: string,
    hook?: SessionExpiryHook,
    /** Hears of a hook that threw while no caller was waiting for its token. */
    onHookFailure: (error: unknown) => void = () => {},
  ) {
    this.#hook = hook;
    this.#onHookFailure = onHookFailure;
    if (accessToken !== undefined) this.#accessToken = requireCredential("accessToken", accessToken);
    // What Node prints; a getter would show the token to `inspect(…, { getters: true })`.
    Object.defineProperty(this, Symbol.for("nodejs.util.inspect.custom"), {
      value: () => `Session (${this.#state()})`,
    });
  }

  get accessToken(): string | undefined {
    return this.#accessToken;
  }

  /** True from the server's refusal of the token until a new one is set. */
  get expired(): boolean {
    return this.#expired;
  }

  /** True when the client was given an `onSessionExpired` hook. */
  get hasHook(): boolean {
    return this.#hook !== undefined;
  }

  /** Puts a token to use; `undefined` forgets it. Throws `InvalidInput` for a text that cannot be a token. */
  setAccessToken(accessToken: string | undefined): void {
    const token = accessToken === undefined ? undefined : requireCredential("accessToken", accessToken);
    this.#expired = false;
    this.#accessToken = token;
    if (token !== undefined) this.#renewal = undefined;
    for (const listener of [...this.#listeners]) listener(token);
  }

  /** Calls `listener` at every change of the token; the returned function ends that. */
  onChange(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Takes note that the server refused `token`. Only the first report about the token in use runs the hook:
   * a late answer to an older token says nothing about the new one.
   */
  reportExpired(token: string, error: KiteError): void {
    if (token !== this.#accessToken || this.#expired) return;
    this.#expired = true;
    if (this.#hook) this.renew({ error }).catch(this.#onHookFailure);
  }

  /**
   * Runs the hook and waits for the token it gives, or for one set meanwhile. One login is in flight at a time.
   * Rejects with what the hook throws.
   */
  renew(event: SessionExpired): Promise<string> {
    if (this.#renewal) return this.#renewal;
    const renewal = this.#login(event).catch((error: unknown) => {
      if (this.#renewal === renewal) this.#renewal = undefined;
      throw error;
    });
    this.#renewal = renewal;
    return renewal;
  }

  #state(): string {
    if (this.#accessToken === undefined) return "not logged in";
    return this.#expired ? "expired" : "logged in";
  }

  #login(event: SessionExpired): Promise<string> {
    return new Promise((resolve, reject) => {
      const stop = this.onChange((token) => {
        if (token === undefined) return;
        stop();
        resolve(token);
      });
      Promise.resolve()
        .then(() => this.#hook?.(event))
        .then((token) => {
          if (typeof token === "string") this.setAccessToken(token);
        })
        .catch((error: unknown) => {
          stop();
          reject(error);
        });
    });
  }
}
