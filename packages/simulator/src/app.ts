import { Hono } from "hono";
import { compress } from "hono/compress";
import { advance } from "./advance.ts";
import { failure } from "./envelope.ts";
import type { Exchange } from "./exchange.ts";
import { Refusal } from "./refusal.ts";
import { alertRoutes } from "./routes/alerts.ts";
import { authorisationPageRoutes } from "./routes/authorisation-page.ts";
import { chargeRoutes } from "./routes/charges.ts";
import { gttRoutes } from "./routes/gtt.ts";
import { holdingsRoutes } from "./routes/holdings.ts";
import { loginRoutes } from "./routes/login.ts";
import { marginRoutes } from "./routes/margins.ts";
import { marketDataRoutes } from "./routes/market-data.ts";
import { mutualFundRoutes } from "./routes/mf.ts";
import { orderRoutes } from "./routes/orders.ts";
import { positionsRoutes } from "./routes/positions.ts";
import { sessionRoutes } from "./routes/session.ts";
import type { App, Variables } from "./routes/signed-in.ts";
import { tradeRoutes } from "./routes/trades.ts";
import { userRoutes } from "./routes/user.ts";

/** Builds the handler of all routes. */
export function createApp(exchange: Exchange): App {
  const app: App = new Hono<{ Variables: Variables }>();
  recordRequests(app, exchange);
  app.use(async (_, next) => {
    // what waits for a time or a price happens before anybody looks
    advance(exchange);
    await next();
  });
  app.use(compress({ encoding: "gzip" }));

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

function recordRequests(app: App, { clock, latency, log }: Exchange): void {
  app.use(async (context, next) => {
    const at = new Date(clock.now());
    await next();
    const { user_id } = context.var;
    const { method, path } = context.req;
    log.add({ method, path, at, status: context.res.status, ...(user_id !== undefined && { user_id }) });
    // the work is done by now: a caller who gives up waiting finds it done, as with a real server
    await latency.wait();
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
