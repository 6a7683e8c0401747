import type { MiddlewareHandler } from "hono";
import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { readForm } from "../form.ts";
import { Refusal } from "../refusal.ts";
import { cancelOrder } from "../trading/cancellation.ts";
import { findOrder } from "../trading/find-order.ts";
import { modifyOrder } from "../trading/modification.ts";
import { readOrderRequest } from "../trading/order-request.ts";
import { orderRow } from "../trading/order-rows.ts";
import { placeOrder } from "../trading/placement.ts";
import { VARIETIES, type Variety } from "../trading/vocabulary.ts";
import { callerAddress } from "./caller-address.ts";
import { type App, signedIn, type Variables } from "./signed-in.ts";

/** Order entry and the order book. */
export function orderRoutes(app: App, exchange: Exchange): void {
  const { desk } = exchange;
  const session = signedIn(exchange);
  const entry = fromAllowedAddress(exchange);

  app.get("/orders", session, ({ var: { account } }) => success(account.orders.map(orderRow)));

  app.get("/orders/:order_id", session, ({ req, var: { account } }) =>
    success(findOrder(account, req.param("order_id")).history),
  );

  app.post("/orders/:variety", session, entry, async ({ req, var: { account } }) => {
    const variety = varietyOf(req.param("variety"));
    return success(placeOrder(desk, account, readOrderRequest(await readForm(req.raw), variety)));
  });

  app.put("/orders/:variety/:order_id", session, entry, async ({ req, var: { account } }) => {
    const { variety, order_id } = req.param();
    modifyOrder(desk, account, varietyOf(variety), order_id, await readForm(req.raw));
    return success({ order_id });
  });

  app.delete("/orders/:variety/:order_id", session, entry, ({ req, var: { account } }) => {
    const { variety, order_id } = req.param();
    cancelOrder(desk, account, varietyOf(variety), order_id, req.query("parent_order_id"));
    return success({ order_id });
  });
}

function varietyOf(text: string): Variety {
  const variety = VARIETIES.find((one) => one === text);
  if (!variety) throw new Refusal(404, "GeneralException", "Route not found");
  return variety;
}

/** Orders come from the addresses that the app has registered; everything else may come from anywhere. */
function fromAllowedAddress({ allowedAddresses }: Exchange): MiddlewareHandler<{ Variables: Variables }> {
  return async (context, next) => {
    const address = callerAddress(context);
    if (allowedAddresses && !allowedAddresses.includes(address)) {
      throw new Refusal(
        403,
        "PermissionException",
        `IP (${address}) is not allowed to place orders for this app. Register it as a static address of the app.`,
      );
    }
    await next();
  };
}
