import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { findOrder } from "../trading/find-order.ts";
import { tradeRow } from "../trading/order-rows.ts";
import { type App, signedIn } from "./signed-in.ts";

/** The day's fills. */
export function tradeRoutes(app: App, exchange: Exchange): void {
  const session = signedIn(exchange);

  app.get("/trades", session, ({ var: { account } }) => success(account.trades.map(tradeRow)));

  app.get("/orders/:order_id/trades", session, ({ req, var: { account } }) => {
    const order = findOrder(account, req.param("order_id"));
    return success(account.trades.filter((trade) => trade.order === order).map(tradeRow));
  });
}
