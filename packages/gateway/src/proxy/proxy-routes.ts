import type { Hono } from "hono";
import type { Accounts } from "../accounts/accounts.ts";
import type { Site } from "../http/origin.ts";
import { pathBelow } from "../http/path.ts";
import type { ResolvedOptions } from "../options.ts";
import { noteRoute } from "../reception.ts";
import { Refusal } from "../refusal.ts";
import { requireAllowed } from "../routes/allow.ts";
import { findRoute } from "../routes/find-route.ts";
import type { Sessions } from "../session/sessions.ts";
import type { KiteProxy } from "./kite-proxy.ts";

interface ProxyRouteParts {
  readonly options: ResolvedOptions;
  readonly site: Site;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly proxy: KiteProxy;
}

/**
 * Kite's routes. Everything that can be refused is refused in this order, the cheapest first: unknown routes, what is not allowed,
 * strangers' pages, nobody signed in, a missing CSRF token. Only then is a body read.
 */
export function proxyRoutes(app: Hono, { options, site, sessions, accounts, proxy }: ProxyRouteParts): void {
  app.all(`${options.path}/*`, async ({ req: { raw: request } }) => {
    const found = findRoute(request.method, pathBelow(options.path, new URL(request.url).pathname) ?? "");
    noteRoute(request, found.route.path);
    requireAllowed(options.allow, found.route);
    site.requireOwn(request);
    const session = await sessions.require(request);
    if (request.method !== "GET") await sessions.requireCsrf(request, session);
    try {
      return await proxy.answer(request, found, session, accounts.of(session));
    } catch (error) {
      if (error instanceof Refusal && error.type === "TokenException") await sessions.end(session);
      throw error;
    }
  });
}
