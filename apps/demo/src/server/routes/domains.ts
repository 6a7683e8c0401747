import type { Hono } from "hono";
import type { Connection } from "../connection.ts";
import { accountRoutes } from "./account.ts";
import { fundsRoutes } from "./funds.ts";
import { gttRoutes } from "./gtt.ts";
import { marketRoutes } from "./market.ts";
import { orderRoutes } from "./orders.ts";
import { portfolioRoutes } from "./portfolio.ts";
import { weatherRoutes } from "./weather.ts";

/** What the routes of a domain are made of. */
export interface DomainParts {
  readonly connection: Connection;
  /** Prints a line in the terminal; nothing in it may be secret. */
  readonly report: (line: string) => void;
  /** Fires when the server stops. */
  readonly stopping: AbortSignal;
}

/** All that is about the account. A domain's routes are mounted by a line here. */
const domains: readonly ((app: Hono, parts: DomainParts) => void)[] = [
  accountRoutes,
  portfolioRoutes,
  orderRoutes,
  fundsRoutes,
  marketRoutes,
  gttRoutes,
  weatherRoutes,
];

/** Mounts the routes of all domains. Whoever asks them has to be logged in already. */
export function domainRoutes(app: Hono, parts: DomainParts): void {
  for (const mount of domains) mount(app, parts);
}
