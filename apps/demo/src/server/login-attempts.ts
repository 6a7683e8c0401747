import { randomBytes } from "node:crypto";

const LIFE_MS = 10 * 60_000;

/**
 * Logins that were started here and have not come back yet. Each has a random state that travels through the login page,
 * so that nobody else's login can be slipped into this browser.
 */
export class LoginAttempts {
  readonly #started = new Map<string, number>();
  readonly #now: () => number;

  /** @param now - Epoch milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Starts an attempt and gives its state. */
  start(): string {
    for (const [state, at] of this.#started) {
      if (this.#isOver(at)) this.#started.delete(state);
    }
    const state = randomBytes(16).toString("base64url");
    this.#started.set(state, this.#now());
    return state;
  }

  /**
   * Ends an attempt. True when it was started here within ten minutes, has not ended before, and the same browser
   * comes back with it: `fromAddress` and `fromCookie` have to agree.
   */
  finish(fromAddress: string | undefined, fromCookie: string | undefined): boolean {
    if (!fromAddress || fromAddress !== fromCookie) return false;
    const at = this.#started.get(fromAddress);
    this.#started.delete(fromAddress);
    return at !== undefined && !this.#isOver(at);
  }

  #isOver(at: number): boolean {
    return this.#now() - at > LIFE_MS;
  }
}
