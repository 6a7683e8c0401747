import { createKite } from "@kite/core";
import { getAuthorisationURL } from "@kite/portfolio";
import type { Hono } from "hono";
import type { Exchange } from "../exchange.ts";

/** Leads to the depository's page for a request of `authoriseHoldings`: its address has the app's key in it, which the page does not know. */
export function authorisationRoutes(app: Hono, { apiKey, environment }: Exchange): void {
  const kite = createKite({ apiKey, environment });
  app.get("/demo/authorise/:request_id", (context) =>
    context.redirect(getAuthorisationURL(kite, context.req.param("request_id"))),
  );
}
