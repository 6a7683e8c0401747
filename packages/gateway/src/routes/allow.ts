import { refuse } from "../refusal.ts";
import type { Domain, Route } from "./routes.ts";

/** `true`: reads and writes; `"read"`: reads alone; `false`: nothing. */
export type Access = boolean | "read";

/** What browsers may do, by domain. What is not named is `"read"`. */
export interface AllowList {
  /** Profile and margins. Has no writes. */
  readonly account?: Access;
  /** Book, trades, margins and charges; with `true` also placing, changing and cancelling. */
  readonly orders?: Access;
  /** Holdings and positions; with `true` also conversion and authorisation. */
  readonly portfolio?: Access;
  /** Quotes, history and instruments. Has no writes. */
  readonly marketData?: Access;
  readonly gtt?: Access;
  readonly alerts?: Access;
  readonly mf?: Access;
  /** Live ticks and order updates. Default true. */
  readonly stream?: boolean;
}

export const domains: readonly Domain[] = ["account", "orders", "portfolio", "marketData", "gtt", "alerts", "mf"];

/** Throws 403 for a route that is not allowed. */
export function requireAllowed(allow: AllowList, { domain, isWrite }: Route): void {
  const access = allow[domain] ?? "read";
  if (access === true || (access === "read" && !isWrite)) return;
  const what = isWrite ? `changing ${domain}` : `reading ${domain}`;
  throw refuse(
    403,
    `${what} is not allowed here; createGateway takes allow: { ${domain}: ${isWrite ? "true" : '"read"'} }`,
  );
}
