import { Hono } from "hono";

import { advance } from "./advance.ts";
import { failure } from "./envelope.ts";
import { type Exchange, firstApp } from "./exchange.ts";
import { breakAnswers, chooseFaults } from "./faults/middleware.ts";
import { compression } from "./gzip.ts";
import { groupOf } from "./limits/group.ts";
import { Refusal } from "./refusal.ts";
import { alertRoutes } from "./routes/alerts.ts";
import { authorisationPageRoutes } from "./routes/authorisation-page.ts";
import { chargeRoutes } from "./routes/charges.ts";
import { controlRoutes } from "./routes/control.ts";
import { gttRoutes } from "./routes/gtt.ts";
import { holdingsRoutes } from "./routes/holdings.ts";
import { loginRoutes } from "./routes/login.ts";
import { marginRoutes } from "./routes/margins.ts";
import { marketDataRoutes } from "./routes/market-data.ts";
import { mutualFundRoutes } from "./routes/mf.ts";
import { orderRoutes } from "./routes/orders.ts";
import { positionsRoutes } from "./routes/positions.ts";
import { sessionRoutes } from "./routes/session.ts";
import { type App, accountOf, apiKeyOf, type Variables } from "./routes/signed-in.ts";
import { tradeRoutes } from "./routes/trades.ts";
import { userRoutes } from "./routes/user.ts";
import { streamControlRoutes } from "./stream/control-routes.ts";
import type { SimulatedStream } from "./stream/simulated-stream.ts";

/**
 * Builds the handler of all routes.
 *
 * @param control - Whether there are also the routes with which another process directs the simulator.
 */
export function createApp(exchange: Exchange, control = false, stream?: SimulatedStream): App {
  const app: App = new Hono<{ Variables: Variables }>();
  if (control) controlRoutes(app, exchange);
  if (control && stream) streamControlRoutes(app, stream);
  breakAnswers(app, exchange);
  recordRequests(app, exchange);
  limitRequests(app, exchange);
  chooseFaults(app, exchange);
  app.use(async (_, next) => {
    // what waits for a time or a price happens before anybody looks
    advance(exchange);
    await next();
  });
  app.use(compression);

  loginRoutes(app, exchange);
  authorisationPageRoutes(app, exchange);
  sessionRoutes(app, exchange);
  userRoutes(app, exchange);
  holdingsRoutes(app, exchange);
  positionsRoutes(app, exchange);
  orderRoutes(app, exchange);
  tradeRoutes(app, exchange);
  marginRoutes(app, exchange);
  chargeRoutes(app, exchange);
  gttRoutes(app, exchange);
  alertRoutes(app, exchange);
  mutualFundRoutes(app, exchange);
  marketDataRoutes(app, exchange);

  refuseOtherMethods(app);
  app.notFound(() => failure(new Refusal(404, "GeneralException", "Route not found")));
  app.onError(answerError);
  return app;
}

function recordRequests(app: App, exchange: Exchange): void {
  const { arrivals, clock, latency, log } = exchange;
  app.use(async (context, next) => {
    const at = new Date(clock.now());
    const { method, path } = context.req;
    const caller = accountOf(exchange, context)?.user.user_id;
    context.set("caller", caller);
    if (groupOf(method, path) === "order") arrivals.note(caller, Number(at));
    await next();
    const { fate, user_id = caller } = context.var;
    const status = context.finalized ? context.res.status : 0;
    const fault = fate?.answer && { fault: fate.answer.fault.kind };
    log.add({ method, path, at, status, ...fault, ...(user_id !== undefined && { user_id }) });
    // the work is done by now: a caller who gives up waiting finds it done, as with a real server
    await latency.wait();
  });
}

function limitRequests(app: App, exchange: Exchange): void {
  app.use(async (context, next) => {
    const group = groupOf(context.req.method, context.req.path);
    // what names no app, as logins do, is taken for the first one's
    const { apiKey } = exchange.apps.get(apiKeyOf(context)) ?? firstApp(exchange);
    if (group) exchange.limiter.admit(group, context.var.caller, apiKey);
    await next();
  });
}

/** A known path with a method it does not have is 405, whatever the session. */
function refuseOtherMethods(app: App): void {
  const paths = new Set(app.routes.filter(({ method }) => method !== "ALL").map(({ path }) => path));
  for (const path of paths) {
    app.all(path, () => failure(new Refusal(405, "GeneralException", "Request method not allowed")));
  }
}

function answerError(error: Error): Response {
  if (error instanceof Refusal) return failure(error);
  console.error("A route of the simulator failed:", error);
  return failure(new Refusal(500, "GeneralException", "Something unexpected happened."));
}
