import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { findVisible, visibleTrades } from "../trading/find-order.ts";
import { tradeRow } from "../trading/order-rows.ts";
import { type App, signedIn } from "./signed-in.ts";

/** The day's fills. */
export function tradeRoutes(app: App, exchange: Exchange): void {
  const { clock } = exchange;
  const session = signedIn(exchange);

  app.get("/trades", session, ({ var: { account } }) => success(visibleTrades(account, clock.now()).map(tradeRow)));

  app.get("/orders/:order_id/trades", session, ({ req, var: { account } }) => {
    const order = findVisible(account, req.param("order_id"), clock.now());
    return success(account.trades.filter((trade) => trade.order === order).map(tradeRow));
  });
}
