import { base64url } from "jose";
import type { Cookie } from "../session/cookie.ts";
import type { KeyRing } from "../session/key-ring.ts";

/** Seconds for which a login may take. */
const life = 600;
/** Most states remembered as used; the oldest go first, and are most likely to be too old anyway. */
const mostUsed = 10_000;

const purpose = "login";

export interface LoginAttemptsOptions {
  readonly ring: KeyRing;
  readonly cookie: Cookie;
  readonly now: () => number;
}

/**
 * Logins on their way. The state that travels through Kite's page is also sealed in a cookie, so that nobody can slip a login of their
 * own into this browser; each is good once, for ten minutes.
 */
export class LoginAttempts {
  readonly #options: LoginAttemptsOptions;
  /** State, and the epoch ms from which its cookie is no good anyway. */
  readonly #used = new Map<string, number>();

  constructor(options: LoginAttemptsOptions) {
    this.#options = options;
  }

  /** Starts a login: gives the state, and the Set-Cookie line that binds it to the browser. */
  async start(request: Request, returnTo: string): Promise<{ readonly state: string; readonly cookie: string }> {
    const { cookie, now, ring } = this.#options;
    const state = base64url.encode(crypto.getRandomValues(new Uint8Array(24)));
    const sealed = await ring.seal(purpose, { state, returnTo }, new Date(now() + life * 1_000));
    return { state, cookie: cookie.write(request, sealed, life) };
  }

  /** Ends a login: where to go then, or undefined when it was not started in this browser, has ended before, or is too old. */
  async finish(request: Request, given: string | null): Promise<string | undefined> {
    const { cookie, ring, now } = this.#options;
    const claims = await ring.open(purpose, cookie.read(request));
    if (!claims || given === null) return undefined;
    const { state, returnTo } = claims;
    // Both come from the browser: whoever could measure this comparison has sent both sides of it.
    if (typeof state !== "string" || state !== given || typeof returnTo !== "string") return undefined;
    if (this.#used.has(state)) return undefined;
    this.#remember(state, now() + life * 1_000);
    return returnTo;
  }

  clear(request: Request): string {
    return this.#options.cookie.clear(request);
  }

  #remember(state: string, until: number): void {
    for (const [old, end] of this.#used) {
      if (end > this.#options.now() && this.#used.size < mostUsed) break;
      this.#used.delete(old);
    }
    this.#used.set(state, until);
  }
}
