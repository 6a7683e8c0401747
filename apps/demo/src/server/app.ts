import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Browsers } from "./browsers.ts";
import type { Connection } from "./connection.ts";
import { Failure, failureOf } from "./failure.ts";
import type { PageFile } from "./page-files.ts";
import { domainRoutes } from "./routes/domains.ts";
import { loginRoutes } from "./routes/login.ts";
import { pageRoutes } from "./routes/page.ts";
import { sessionRoutes } from "./routes/session.ts";
import { ownSiteOnly, securityHeaders } from "./site.ts";
import { streamRoute } from "./stream/stream-route.ts";

/** What the dashboard's server is made of. */
export interface AppParts {
  readonly connection: Connection;
  /** Address the server answers at, `http://127.0.0.1:4173`. */
  readonly origin: string;
  readonly files: ReadonlyMap<string, PageFile>;
  /** Hears what happens, one line at a time: nothing in it is secret. */
  readonly report: (line: string) => void;
  /** Fires when the server stops: what it still looks for is not found any more. */
  readonly stopping: AbortSignal;
}

/** Builds the handler of everything the dashboard's server answers. */
export function createApp({ connection, origin, files, report, stopping }: AppParts): Hono {
  const app = new Hono();
  const browsers = new Browsers(origin, connection.exchange);
  app.use(securityHeaders);
  app.use(ownSiteOnly(origin));
  // posts alone have a body
  app.post("/api/*", bodyLimit({ maxSize: 16_384, onError: refuseLargeBody }));

  loginRoutes(app, { connection, browsers, report });
  sessionRoutes(app, { connection, browsers, report });
  app.use("/api/*", (context, next) => {
    browsers.require(context);
    return next();
  });
  streamRoute(app, { connection, origin });
  domainRoutes(app, { connection, report, stopping });
  pageRoutes(app, files);

  app.notFound(() => {
    throw new Failure(404, {
      code: "NotFound",
      message: "There is nothing at this address.",
      what_to_do: `Open ${origin} in your browser.`,
    });
  });
  app.onError((error) => {
    const { status, answer } = failureOf(error);
    if (status === 500) report(`Unexpected: ${error.stack ?? error}`);
    return Response.json(answer, { status });
  });
  return app;
}

function refuseLargeBody(): never {
  throw new Failure(413, {
    code: "BodyTooLarge",
    message: "The request's body is too large.",
    what_to_do: "Reload the page and try again.",
  });
}
