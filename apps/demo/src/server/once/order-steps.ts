import type { PlaceOrderParams } from "@kite/orders";
import { formatRupees } from "../../shared/rupees.ts";
import { ordersTable, tradesTable } from "../terminal/order-tables.ts";
import { positionsTable } from "../terminal/tables.ts";
import type { Traded } from "./market-steps.ts";
import { onlyOf } from "./only-of.ts";
import type { Walk } from "./walk.ts";

/** Places an order and follows it: into the book, to its trade, to the position. */
export async function orderSteps(
  { kite, terminal, part, step }: Walk,
  { instrument, last_price }: Traded,
): Promise<void> {
  const { block, paint } = terminal;
  const { exchange, tradingsymbol } = instrument;
  part("An order");
  const order = kite.orders
    .orderBuilder()
    .buy("NSE", tradingsymbol, 10)
    .product("MIS")
    .market({ market_protection: -1 });
  const params: PlaceOrderParams = order.tag("demo1").build();

  const findings = await step("kite.orders.checkOrder", () =>
    kite.orders.checkOrder(params, instrument, { last_price }),
  );
  block(findings.length === 0 ? ["Nothing is wrong with it."] : findings.map(({ message }) => message));

  const [margin] = await step("kite.orders.getOrderMargins", () => kite.orders.getOrderMargins({ orders: [params] }));
  block([
    `Needs ${formatRupees(margin?.total ?? 0)}, a leverage of ${margin?.leverage}; charges ${formatRupees(margin?.charges.total ?? 0)}`,
  ]);

  const stages: string[] = [];
  const result = await step("kite.orders.placeAndConfirm", () =>
    kite.orders.placeAndConfirm(params, { onStage: ({ stage }) => stages.push(stage) }),
  );
  if (result.outcome !== "placed") throw result.error;
  const { order_id, tag } = result;
  block([
    stages.join(" → "),
    `Order ${paint.bold(order_id)} is placed: buy 10 of ${exchange}:${tradingsymbol} at the market.`,
    `Its tag is ${tag}: no other order has it.`,
  ]);

  const book = await step("kite.orders.getOrders", () => kite.orders.getOrders());
  block(ordersTable(book.slice(-4), paint));

  const history = await step("kite.orders.getOrderHistory", () => kite.orders.getOrderHistory(order_id));
  block([history.map(({ status }) => status.toLowerCase()).join(" → ")]);

  const trades = await step("kite.orders.getTradesWithPnl", () => kite.orders.getTradesWithPnl());
  block(
    tradesTable(
      trades.instruments.filter((row) => row.tradingsymbol === tradingsymbol),
      paint,
    ),
  );

  const positions = await step("kite.portfolio.getPositionsWithPnl", () => kite.portfolio.getPositionsWithPnl());
  block(positionsTable(onlyOf(positions.net, tradingsymbol), paint));
}
