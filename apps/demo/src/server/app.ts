import type { Gateway } from "@kite/gateway";
import { Hono, type MiddlewareHandler } from "hono";
import type { Exchange } from "./exchange.ts";
import { Failure, failureOf } from "./failure.ts";
import type { PageFile } from "./page-files.ts";
import { aboutRoutes } from "./routes/about.ts";
import { authorisationRoutes } from "./routes/authorisation.ts";
import { pageRoutes } from "./routes/page.ts";
import { simulationRoutes } from "./routes/simulation.ts";
import { ownSiteOnly, securityHeaders } from "./site.ts";

/** What the dashboard's server is made of. */
export interface AppParts {
  readonly exchange: Exchange;
  readonly gateway: Gateway;
  /** Address the server answers at, `http://127.0.0.1:4173`. */
  readonly origin: string;
  readonly files: ReadonlyMap<string, PageFile>;
  /** Hears what happens, one line at a time: nothing in it is secret. */
  readonly report: (line: string) => void;
}

/** Builds the handler of everything the dashboard's server answers: the page, the gateway, and a few routes of the demo's own. */
export function createApp({ exchange, gateway, origin, files, report }: AppParts): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.use(ownSiteOnly(origin));
  app.all(`${gateway.path}/*`, ({ req }) => gateway(req.raw));
  app.post("/demo/*", smallBodyOnly);
  aboutRoutes(app, exchange, gateway);
  authorisationRoutes(app, exchange);
  simulationRoutes(app, { exchange, gateway, origin, report });
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

/** Bytes; a wish of the page has a few. The gateway has its own limit. */
const MOST_BYTES = 1_024;

const smallBodyOnly: MiddlewareHandler = async ({ req }, next) => {
  // a body in chunks does not say how long it is
  const isSmall = !req.header("transfer-encoding") && Number(req.header("content-length") ?? 0) <= MOST_BYTES;
  if (isSmall) return next();
  throw new Failure(413, {
    code: "BodyTooLarge",
    message: "The request's body is too large.",
    what_to_do: "Reload the page and try again.",
  });
};
