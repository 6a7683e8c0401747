import type { MiddlewareHandler } from "hono";
import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { readForm } from "../form.ts";
import { Refusal } from "../refusal.ts";
import { cancelOrder } from "../trading/cancellation.ts";
import { findVisible, visibleOrders } from "../trading/find-order.ts";
import { modifyOrder } from "../trading/modification.ts";
import { readOrderRequest } from "../trading/order-request.ts";
import { orderRow } from "../trading/order-rows.ts";
import { placeOrder } from "../trading/placement.ts";
import { VARIETIES, type Variety } from "../trading/vocabulary.ts";
import { callerAddress } from "./caller-address.ts";
import { type App, apiKeyOf, signedIn, type Variables } from "./signed-in.ts";

/** Order entry and the order book. */
export function orderRoutes(app: App, exchange: Exchange): void {
  const { clock, desk, limiter } = exchange;
  const session = signedIn(exchange);
  const entry = fromAllowedAddress(exchange);

  app.get("/orders", session, ({ var: { account } }) => success(visibleOrders(account, clock.now()).map(orderRow)));

  app.get("/orders/:order_id", session, ({ req, var: { account } }) =>
    success(findVisible(account, req.param("order_id"), clock.now()).history),
  );

  app.post("/orders/:variety", session, entry, async (context) => {
    const { account, fate } = context.var;
    const { req } = context;
    const variety = varietyOf(req.param("variety"));
    const form = await readForm(req.raw);
    limiter.admitPlacement(account.user.user_id, legsOf(variety, form));
    const request = readOrderRequest(form, variety);
    return success(
      placeOrder({ ...desk, hiddenForMs: fate?.late?.ms ?? 0, apiKey: apiKeyOf(context) }, account, request),
    );
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

/** How many orders of the day a placement counts as, before anybody has looked whether it can be one. */
function legsOf(variety: Variety, form: URLSearchParams): number {
  const legs = variety === "iceberg" ? Number(form.get("iceberg_legs")) : 1;
  return Number.isSafeInteger(legs) && legs > 0 ? legs : 1;
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
