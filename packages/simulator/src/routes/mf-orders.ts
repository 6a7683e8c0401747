import type { MiddlewareHandler } from "hono";
import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { readForm } from "../form.ts";
import { istDate } from "../ist.ts";
import { cancelFundOrder, findFundOrder, placeFundOrder } from "../mf/fund-orders.ts";
import { fundOrderRow } from "../mf/fund-rows.ts";
import { invalid } from "../refusal.ts";
import { type App, type Call, signedIn, type Variables } from "./signed-in.ts";

const WEEK_MS = 7 * 86_400_000;

/** Orders for units of mutual funds. `accepted` stands before those that change something. */
export function mutualFundOrderRoutes(
  app: App,
  exchange: Exchange,
  accepted: MiddlewareHandler<{ Variables: Variables }>,
): void {
  const { desk, market } = exchange;
  const session = signedIn(exchange);

  app.get("/mf/orders", session, (context) => {
    const { mutualFunds, user } = context.var.account;
    const now = desk.clock.now();
    const from = readDate(context, "from") ?? istDate(now - WEEK_MS);
    const to = readDate(context, "to") ?? istDate(now);
    const found = mutualFunds.orders.filter(({ order_timestamp }) => {
      const date = istDate(order_timestamp);
      return date >= from && date <= to;
    });
    return success(found.map((order) => fundOrderRow(order, user.user_id, market.mutualFunds)));
  });

  app.post("/mf/orders", session, accepted, async ({ req, var: { account } }) => {
    const { order_id } = placeFundOrder(desk, account, await readForm(req.raw));
    return success({ order_id });
  });

  app.get("/mf/orders/:order_id", session, ({ req, var: { account } }) => {
    const order = findFundOrder(account.mutualFunds, req.param("order_id"));
    return success(fundOrderRow(order, account.user.user_id, market.mutualFunds));
  });

  app.delete("/mf/orders/:order_id", session, accepted, ({ req, var: { account } }) => {
    const order_id = req.param("order_id") ?? "";
    cancelFundOrder(account, order_id);
    return success({ order_id });
  });
}

function readDate({ req }: Call, name: string): string | undefined {
  const date = req.query(name);
  if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date)) throw invalid(name);
  return date;
}
