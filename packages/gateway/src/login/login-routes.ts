import { generateSession, getLoginURL, invalidateAccessToken, tokenExpiry } from "@kite/auth";
import { isKiteError, type KiteClient } from "@kite/core";
import type { Hono } from "hono";
import type { Accounts } from "../accounts/accounts.ts";
import { answer, success } from "../http/answer.ts";
import type { Site } from "../http/origin.ts";
import { readBody } from "../http/read-body.ts";
import type { ResolvedOptions } from "../options.ts";
import { noteRoute } from "../reception.ts";
import { Refusal, refuse } from "../refusal.ts";
import type { Sessions } from "../session/sessions.ts";
import type { LoginAttempts } from "./login-attempts.ts";
import { checkedReturnTo } from "./return-to.ts";

interface LoginParts {
  readonly options: ResolvedOptions;
  readonly site: Site;
  readonly sessions: Sessions;
  readonly attempts: LoginAttempts;
  readonly accounts: Accounts;
  /** A client of the app, without a token. */
  readonly newClient: () => KiteClient;
}

/** Signing in and out, and who is signed in. */
export function loginRoutes(app: Hono, parts: LoginParts): void {
  const { options, site, sessions, attempts, accounts, newClient } = parts;
  const { path, apiSecret, now, limits } = options;
  const loginPath = `${path}/login`;

  for (const route of ["/login", "/callback", "/session", "/logout"]) {
    app.use(path + route, (context, next) => {
      noteRoute(context.req.raw, route);
      return next();
    });
  }

  app.get(loginPath, async ({ req }) => {
    const returnTo = checkedReturnTo(req.query("returnTo") ?? null, site.origin(req.raw));
    const { state, cookie } = await attempts.start(req.raw, returnTo);
    return redirect(getLoginURL(newClient(), { redirect_params: { state } }), [cookie]);
  });

  app.get(`${path}/callback`, async ({ req }) => {
    const { status, request_token, state } = req.query();
    const cookies = [attempts.clear(req.raw)];
    const returnTo = await attempts.finish(req.raw, state ?? null);
    if (returnTo === undefined) {
      const problem = "this login was not started in this browser, was used before, or is older than ten minutes";
      throw refuse(403, `${problem}; start again at ${loginPath}`, { cookies, loginProblem: "not-started-here" });
    }
    if (status !== "success" || !request_token) {
      const problem = `the login was not completed at Kite; start again at ${loginPath}`;
      throw refuse(400, problem, { cookies, loginProblem: "cancelled" });
    }
    const kite = newClient();
    const { user_id, user_name } = await generateSession(kite, { request_token, api_secret: apiSecret }).catch(
      (error) => {
        throw loginFailed(error, loginPath, cookies);
      },
    );
    // Answers are handed on as they come, and whose account this is decides who sees it.
    if (typeof user_id !== "string" || user_id === "") throw loginFailed(undefined, loginPath, cookies);
    const session = {
      id: crypto.randomUUID(),
      user_id,
      user_name,
      accessToken: kite.session.accessToken ?? "",
      signedInAt: now(),
      expires: tokenExpiry(new Date(now())),
    };
    cookies.push(await sessions.begin(req.raw, session));
    accounts.of(session);
    return redirect(returnTo, cookies);
  });

  app.get(`${path}/session`, async ({ req }) => {
    site.requireOwn(req.raw);
    const session = await sessions.find(req.raw);
    if (!session || accounts.of(session).isOver(session)) return success({ signed_in: false, login: loginPath });
    const { user_id, user_name, expires } = session;
    const csrf_token = await sessions.csrfToken(session);
    return success({ signed_in: true, user_id, user_name, expires: expires.toISOString(), csrf_token });
  });

  app.post(`${path}/logout`, async ({ req }) => {
    site.requireOwn(req.raw);
    const session = await sessions.require(req.raw);
    await sessions.requireCsrf(req.raw, session);
    const everywhere = new URLSearchParams(await readBody(req.raw, limits)).get("everywhere") === "true";
    if (everywhere) await sessions.endAll(session);
    else await sessions.end(session);
    const account = accounts.of(session);
    if (everywhere) account.endTabs();
    const kite = newClient();
    // The browser is signed out whatever Kite says: a token that could not be ended there dies at 06:00 IST.
    const endedAtKite = await invalidateAccessToken(kite, session.accessToken).catch(() => false);
    account.tokenEnded(session.accessToken);
    return success({ ended_at_kite: endedAtKite }, { cookies: [sessions.clear(req.raw)] });
  });
}

const redirect = (location: string, cookies: readonly string[]): Response =>
  answer(null, { status: 303, headers: { location }, cookies });

function loginFailed(error: unknown, loginPath: string, cookies: readonly string[]): Refusal {
  const status = isKiteError(error) ? error.status : undefined;
  if (isKiteError(error, "TokenException")) {
    return refuse(
      403,
      `Kite refused the login: its token was used before, or apiSecret is wrong; start again at ${loginPath}`,
      { cookies, loginProblem: "refused" },
    );
  }
  const problem = status === undefined ? "Kite gave no usable answer" : `Kite answered the login with HTTP ${status}`;
  const options = { cookies, loginProblem: "unreachable" } as const;
  return new Refusal(502, "NetworkException", `${problem}; start again at ${loginPath}`, options);
}
