import { isKiteError } from "@kite/core";
import type { Context, Hono } from "hono";
import type { LoginProblem } from "../../shared/api.ts";
import type { Browsers } from "../browsers.ts";
import type { Connection } from "../connection.ts";

interface LoginParts {
  readonly connection: Connection;
  readonly browsers: Browsers;
  readonly report: (line: string) => void;
}

/** The way to the exchange's login page and back. */
export function loginRoutes(app: Hono, { connection, browsers, report }: LoginParts): void {
  app.get("/login", (context) => context.redirect(connection.loginAddress(browsers.startLogin(context))));

  app.get("/callback", async (context) => {
    const { status, request_token } = context.req.query();
    if (!browsers.finishLogin(context)) {
      report("Refused a login that was not started in the same browser");
      return back(context, "not-started-here");
    }
    if (status !== "success" || !request_token) return back(context, "cancelled");
    try {
      const { user_id, user_name } = await connection.logIn(request_token);
      browsers.own(context);
      report(`Logged in: ${user_name} (${user_id})`);
      return back(context);
    } catch (error) {
      if (!isKiteError(error)) throw error;
      report(`Login failed: ${error.message}`);
      return back(context, error.status === undefined ? "unreachable" : "refused");
    }
  });
}

/** Leads to the page, so that the request token does not stay in the address bar. */
function back(context: Context, problem?: LoginProblem): Response {
  return context.redirect(problem ? `/?login=${problem}` : "/", 303);
}
