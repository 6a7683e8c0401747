import { csrfHeader } from "../http/csrf-header.ts";
import { Refusal, refuse } from "../refusal.ts";
import type { Cookie } from "./cookie.ts";
import type { KeyRing } from "./key-ring.ts";
import { type BrowserSession, claimsOf, sessionOf } from "./session.ts";
import type { SessionStore } from "./store.ts";

export interface SessionsOptions {
  readonly ring: KeyRing;
  readonly cookie: Cookie;
  readonly store: SessionStore | undefined;
  readonly now: () => number;
  /** Where a person signs in: `/kite/login`. */
  readonly loginPath: string;
}

const purpose = "session";

/** Who is signed in, by their cookies. */
export class Sessions {
  readonly #options: SessionsOptions;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** Gives the Set-Cookie line that signs a browser in. */
  async begin(request: Request, session: BrowserSession): Promise<string> {
    const { cookie, now, ring, store } = this.#options;
    const { id, user_id, expires } = session;
    await store?.add({ id, user_id, expires });
    const sealed = await ring.seal(purpose, claimsOf(session), expires);
    return cookie.write(request, sealed, Math.max(0, Math.floor((expires.getTime() - now()) / 1_000)));
  }

  /** Finds the session of a request; undefined when nobody is signed in. */
  async find(request: Request): Promise<BrowserSession | undefined> {
    const { cookie, ring, store } = this.#options;
    const claims = await ring.open(purpose, cookie.read(request));
    const session = claims && sessionOf(claims);
    if (!session || (store && !(await store.isAlive(session.id)))) return undefined;
    return session;
  }

  /** Finds the session of a request, or throws 403 in Kite's words, so that clients treat it as the end of a session. */
  async require(request: Request): Promise<BrowserSession> {
    const session = await this.find(request);
    if (session) return session;
    throw new Refusal(
      403,
      "TokenException",
      `nobody is signed in here; send the browser to ${this.#options.loginPath}`,
    );
  }

  /** Throws 403 unless the request carries the CSRF token of its session. */
  async requireCsrf(request: Request, { id }: BrowserSession): Promise<void> {
    if (await this.#options.ring.isCsrfToken(id, request.headers.get(csrfHeader))) return;
    throw refuse(
      403,
      `the header ${csrfHeader} must hold the csrf_token of the session's answer; gatewayFetch puts it in`,
      { isForCsrf: true },
    );
  }

  csrfToken({ id }: BrowserSession): Promise<string> {
    return this.#options.ring.csrfToken(id);
  }

  async end({ id }: BrowserSession): Promise<void> {
    await this.#options.store?.remove(id);
  }

  async endAll({ user_id }: BrowserSession): Promise<void> {
    await this.#options.store?.removeUser(user_id);
  }

  async isAlive(id: string): Promise<boolean> {
    return (await this.#options.store?.isAlive(id)) ?? true;
  }

  /** The Set-Cookie line that signs a browser out. */
  clear(request: Request): string {
    return this.#options.cookie.clear(request);
  }
}
