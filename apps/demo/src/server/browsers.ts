import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Exchange } from "./exchange.ts";
import { Failure } from "./failure.ts";
import { LoginAttempts } from "./login-attempts.ts";

/**
 * Tells browsers apart by cookies that scripts cannot read. A real account is shown only to the browser that logged in
 * to it: other users of this machine can reach 127.0.0.1 too. Simulated figures are shown to all.
 */
export class Browsers {
  readonly #attempts = new LoginAttempts();
  readonly #shownToAll: boolean;
  readonly #attemptCookie: string;
  readonly #ownerCookie: string;
  #owner: string | undefined;

  constructor(origin: string, { simulation }: Exchange) {
    // cookies do not tell ports apart
    const { port } = new URL(origin);
    this.#attemptCookie = `kite-demo-login-${port}`;
    this.#ownerCookie = `kite-demo-${port}`;
    this.#shownToAll = simulation !== undefined;
  }

  /** Starts a login in this browser; gives the state that has to come back. */
  startLogin(context: Context): string {
    const state = this.#attempts.start();
    // Lax: it has to be sent when the login page leads back here
    setCookie(context, this.#attemptCookie, state, { httpOnly: true, sameSite: "Lax", path: "/callback", maxAge: 600 });
    return state;
  }

  /** True when the login that comes back was started in this browser. */
  finishLogin(context: Context): boolean {
    return this.#attempts.finish(context.req.query("state"), getCookie(context, this.#attemptCookie));
  }

  /** Makes this browser the one that sees the account. */
  own(context: Context): void {
    this.#owner = randomBytes(32).toString("base64url");
    setCookie(context, this.#ownerCookie, this.#owner, { httpOnly: true, sameSite: "Strict", path: "/api" });
  }

  /** True when this browser may see the account. */
  mayLook(context: Context): boolean {
    if (this.#shownToAll) return true;
    const given = Buffer.from(getCookie(context, this.#ownerCookie) ?? "");
    const owner = Buffer.from(this.#owner ?? "");
    return owner.length > 0 && given.length === owner.length && timingSafeEqual(given, owner);
  }

  /** Throws 401 unless this browser may see the account. */
  require(context: Context): void {
    if (this.mayLook(context)) return;
    throw new Failure(401, {
      code: "NotLoggedIn",
      message: "This browser is not logged in.",
      what_to_do: "Log in from this browser.",
    });
  }
}
