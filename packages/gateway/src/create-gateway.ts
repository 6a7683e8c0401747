import { createKite } from "@kite/core";
import { Hono } from "hono";
import { Accounts } from "./accounts/accounts.ts";
import type { Gateway } from "./gateway.ts";
import { createSite } from "./http/origin.ts";
import { LoginAttempts } from "./login/login-attempts.ts";
import { loginRoutes } from "./login/login-routes.ts";
import { type GatewayOptions, type ResolvedOptions, resolveOptions } from "./options.ts";
import { KiteProxy } from "./proxy/kite-proxy.ts";
import { proxyRoutes } from "./proxy/proxy-routes.ts";
import { Upstream } from "./proxy/upstream.ts";
import { Reception } from "./reception.ts";
import { Cookie } from "./session/cookie.ts";
import { KeyRing } from "./session/key-ring.ts";
import { Sessions } from "./session/sessions.ts";
import { noCounts } from "./stats.ts";
import { decideStream } from "./stream/decide-stream.ts";

/**
 * Makes the server side of a browser app on Kite: login, session cookie, Kite's routes under one path, live ticks. Key, secret and
 * tokens stay on the server.
 *
 * Read-only unless `allow` says otherwise. Throws `InvalidInput` for options that cannot be meant.
 *
 * @example
 * const gateway = createGateway({ apiKey, apiSecret, sessions: { secret }, allow: { orders: true } });
 * const response = await gateway(request);
 */
export function createGateway(options: GatewayOptions): Gateway {
  const resolved = resolveOptions(options);
  const { allow, apiKey, environment, fetch, limits, now, orderTransport, path, secrets, store } = resolved;
  const counts = noCounts();
  const site = createSite(resolved.origin);
  const ring = new KeyRing({ secrets, apiKey, now });
  const cookie = new Cookie("kite", site);
  const sessions = new Sessions({ ring, cookie, store, now, loginPath: `${path}/login` });
  const attempts = new LoginAttempts({ ring, cookie: new Cookie("kite-login", site), now });
  const client = newClient(resolved);
  const { environment: resolvedEnvironment } = client();
  const accounts = new Accounts({
    ...{ limits, counts, now, path },
    newClient: (accessToken, budget) =>
      createKite({
        apiKey,
        accessToken,
        environment,
        fetch,
        timeout: limits.upstream,
        rateLimit: { budget },
        onWarning: () => {},
      }),
    tellsOrders: allow.orders !== false,
    isAlive: (id) => sessions.isAlive(id),
  });
  const upstream = new Upstream({ apiKey, environment: resolvedEnvironment, limits, counts, fetch, orderTransport });

  const app = new Hono();
  loginRoutes(app, { options: resolved, site, sessions, attempts, accounts, newClient: client });
  proxyRoutes(app, {
    options: resolved,
    site,
    sessions,
    accounts,
    proxy: new KiteProxy({ options: resolved, upstream, counts }),
  });
  const reception = new Reception({ options: resolved, counts, app });

  return Object.assign((request: Request) => reception.answer(request), {
    path,
    messageBytes: limits.messageBytes,
    stream: (request: Request) => decideStream(request, { options: resolved, site, sessions, accounts, reception }),
    stats: () => ({ ...counts, accounts: accounts.size, tabs: accounts.tabs }),
    async close() {
      await reception.close(() => accounts.close());
    },
  });
}

/** Clients of the app for one login or one logout, without an account's budget: nobody is known yet, or nobody stays. */
const newClient =
  ({ apiKey, environment, fetch, limits }: ResolvedOptions) =>
  () =>
    createKite({ apiKey, environment, fetch, timeout: limits.upstream, rateLimit: false, onWarning: () => {} });
