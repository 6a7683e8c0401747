import type { Profile, SegmentMargin } from "@kite/auth";
import { defaultRateLimits } from "@kite/core";
import type { Hono } from "hono";
import type { AccountAnswer, SegmentRow, StatisticsAnswer } from "../../shared/api.ts";
import type { DomainParts } from "./domains.ts";

/** Whose account it is, what it may spend, and what it cost in requests to find out. */
export function accountRoutes(app: Hono, { connection: { kite } }: DomainParts): void {
  app.get("/api/account", async (context) => {
    const { signal } = context.req.raw;
    const [profile, { equity, commodity }] = await Promise.all([
      kite.auth.getProfile({ signal }),
      kite.auth.getMargins(undefined, { signal }),
    ]);
    const margins = { equity: segmentRow(equity), commodity: segmentRow(commodity) };
    return context.json({ ...personOf(profile), margins } satisfies AccountAnswer);
  });

  app.get("/api/statistics", (context) => {
    const { requests, retries, waits, waitedMs, errors } = kite.stats();
    const left = kite.budget?.left("other").second;
    const budget = left === undefined ? null : { left, limit: defaultRateLimits.other.second };
    return context.json({ requests, retries, waits, waited_ms: waitedMs, errors, budget } satisfies StatisticsAnswer);
  });
}

function personOf({ user_id, user_name, user_shortname, broker, exchanges, products }: Profile) {
  return { user_id, user_name, user_shortname, broker, exchanges, products };
}

function segmentRow({ enabled, net, available, utilised }: SegmentMargin): SegmentRow {
  return { enabled, net, used: utilised.debits, cash: available.cash, collateral: available.collateral };
}
