import type { SegmentMargin } from "@kite/auth";
import type { Hono } from "hono";
import type { FundsAnswer, FundsSegment } from "../../shared/funds-api.ts";
import type { DomainParts } from "./domains.ts";

/** Margins in detail. */
export function fundsRoutes(app: Hono, { connection: { kite } }: DomainParts): void {
  app.get("/api/funds", async (context) => {
    const { equity, commodity } = await kite.auth.getMargins(undefined, { signal: context.req.raw.signal });
    return context.json({ equity: fundsSegment(equity), commodity: fundsSegment(commodity) } satisfies FundsAnswer);
  });
}

function fundsSegment({ enabled, net, available, utilised }: SegmentMargin): FundsSegment {
  const { debits, ...used } = utilised;
  return {
    enabled,
    net,
    used: debits,
    available: {
      opening_balance: available.opening_balance ?? null,
      intraday_payin: available.intraday_payin,
      cash: available.cash,
      live_balance: available.live_balance ?? null,
      collateral: available.collateral,
      adhoc_margin: available.adhoc_margin,
    },
    utilised: {
      span: used.span,
      exposure: used.exposure,
      option_premium: used.option_premium,
      delivery: used.delivery ?? null,
      liquid_collateral: used.liquid_collateral ?? null,
      stock_collateral: used.stock_collateral ?? null,
      holding_sales: used.holding_sales,
      turnover: used.turnover ?? null,
      m2m_realised: used.m2m_realised,
      m2m_unrealised: used.m2m_unrealised,
      payout: used.payout,
    },
  };
}
