import type { MiddlewareHandler } from "hono";
import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { fundHoldingRow, purchaseRows } from "../mf/fund-rows.ts";
import { Refusal } from "../refusal.ts";
import { mutualFundOrderRoutes } from "./mf-orders.ts";
import { mutualFundSipRoutes } from "./mf-sips.ts";
import { type App, signedIn, type Variables } from "./signed-in.ts";

/** Mutual funds: what is held, and the orders and standing orders for more. */
export function mutualFundRoutes(app: App, exchange: Exchange): void {
  const { mutualFunds: funds } = exchange.market;
  const session = signedIn(exchange);

  app.get("/mf/holdings", session, ({ var: { account } }) =>
    success(account.mutualFunds.holdings.map((holding) => fundHoldingRow(holding, funds))),
  );

  app.get("/mf/holdings/:isin", session, ({ req, var: { account } }) => {
    const held = account.mutualFunds.holdings.filter(({ fund }) => fund.tradingsymbol === req.param("isin"));
    if (held.length === 0) throw new Refusal(404, "GeneralException", "Couldn't find that `isin`.");
    return success(held.flatMap(purchaseRows));
  });

  app.get("/mf/allotments", session, ({ var: { account } }) =>
    success([...new Set(account.mutualFunds.holdings.map(({ fund }) => fund.tradingsymbol))]),
  );

  mutualFundOrderRoutes(app, exchange, ifAccepted(exchange));
  mutualFundSipRoutes(app, exchange, ifAccepted(exchange));
}

/** The real API takes no orders for funds, because they have to be paid for elsewhere. */
function ifAccepted({ mutualFundOrders }: Exchange): MiddlewareHandler<{ Variables: Variables }> {
  return async (_, next) => {
    if (mutualFundOrders === "refuse") {
      throw new Refusal(403, "PermissionException", "That API call is not allowed for the authenticated user");
    }
    await next();
  };
}
