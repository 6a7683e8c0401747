import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { chargesOf } from "../funds/charges.ts";
import { type CalculatedOrder, readChargeOrder } from "../funds/margin-order.ts";
import { readJsonArray } from "../json-body.ts";
import { type App, signedIn } from "./signed-in.ts";

/** The virtual contract note: what trades, real or imagined, cost besides their price. */
export function chargeRoutes(app: App, exchange: Exchange): void {
  const session = signedIn(exchange);

  app.post("/charges/orders", session, async ({ req }) => {
    const orders = (await readJsonArray(req.raw)).map((order) => readChargeOrder(order, exchange.market));
    return success(orders.map(noteRow));
  });
}

/** The order id is not echoed: rows come in the order of the request. */
function noteRow(order: CalculatedOrder): Record<string, unknown> {
  const { instrument, order_type, price, product, quantity, side, variety } = order;
  return {
    transaction_type: side,
    tradingsymbol: instrument.tradingsymbol,
    exchange: instrument.exchange,
    variety,
    product,
    order_type,
    quantity,
    price,
    charges: chargesOf(order, 1),
  };
}
