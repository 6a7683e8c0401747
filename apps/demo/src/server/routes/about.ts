import type { Gateway } from "@kite/gateway";
import type { Hono } from "hono";
import type { AboutAnswer, GatewayStatistics } from "../../shared/demo-api.ts";
import type { Exchange } from "../exchange.ts";

/** What the page wants to know of this server. */
export function aboutRoutes(app: Hono, exchange: Exchange, gateway: Gateway): void {
  app.get("/demo/about", (context) => context.json({ environment: exchange.name } satisfies AboutAnswer));

  app.get("/demo/statistics", (context) => {
    const { requests, refused, upstream, shared, tabs, framesIn, framesOut } = gateway.stats();
    const answer: GatewayStatistics = { requests, refused, upstream, shared, tabs, framesIn, framesOut };
    return context.json(answer);
  });
}
