import type { CancelOrderParams, MarginOrder, ModifyOrderParams, PlaceOrderParams } from "@kite/orders";
import type { Hono } from "hono";
import type {
  HistoryAnswer,
  OrdersAnswer,
  PreviewAnswer,
  PreviewRequest,
  StopLookingRequest,
  TradesAnswer,
} from "../../shared/orders-api.ts";
import { readParams } from "../body.ts";
import type { DemoKite } from "../connection.ts";
import { carriedUnits } from "../orders/carried-units.ts";
import { historyStep, orderRow } from "../orders/order-row.ts";
import { Placements } from "../orders/placements.ts";
import { chargesRow, marginRow } from "../orders/preview-answer.ts";
import { tradesAnswer } from "../orders/trades-answer.ts";
import type { DomainParts } from "./domains.ts";

/** The order book, the day's trades, and what is done with orders. Changes do not end with the request: a page that is closed must not leave them in doubt. */
export function orderRoutes(app: Hono, { connection, report, stopping }: DomainParts): void {
  const { kite } = connection;
  const placements = new Placements({ connection, report, stopping });

  app.get("/api/orders", async (context) => {
    const orders = await kite.orders.getOrders({ signal: context.req.raw.signal });
    return context.json({ orders: orders.map(orderRow).reverse() } satisfies OrdersAnswer);
  });

  app.get("/api/orders/history", async (context) => {
    const { signal } = context.req.raw;
    const history = await kite.orders.getOrderHistory(context.req.query("order_id") ?? "", { signal });
    return context.json({ steps: history.map(historyStep) } satisfies HistoryAnswer);
  });

  app.get("/api/trades", async (context) => context.json(await tradesOf(kite, context.req.raw.signal)));

  app.post("/api/orders/preview", async (context) => {
    const { order, expected_price } = await readParams<PreviewRequest>(context.req.raw);
    return context.json(await previewOf(kite, order as MarginOrder, expected_price, context.req.raw.signal));
  });

  app.post("/api/orders", async (context) => {
    const lines = await placements.start(await readParams<PlaceOrderParams>(context.req.raw));
    return context.body(lines, 200, { "content-type": "application/x-ndjson" });
  });

  app.post("/api/orders/stop-looking", async (context) => {
    const { tag } = await readParams<StopLookingRequest>(context.req.raw);
    placements.stopLooking(tag);
    return context.body(null, 204);
  });

  app.post("/api/orders/modify", async (context) => {
    const { order_id } = await kite.orders.modifyOrder(await readParams<ModifyOrderParams>(context.req.raw));
    report(`Asked to change order ${order_id}`);
    return context.body(null, 204);
  });

  app.post("/api/orders/cancel", async (context) => {
    const { order_id } = await kite.orders.cancelOrder(await readParams<CancelOrderParams>(context.req.raw));
    report(`Asked to cancel order ${order_id}`);
    return context.body(null, 204);
  });
}

/** Gains need two things that trades do not tell: what a lot is worth, and what was held before. */
async function tradesOf(kite: DemoKite, signal: AbortSignal): Promise<TradesAnswer> {
  const [{ net }, holdings] = await Promise.all([
    kite.portfolio.getPositions({ signal }),
    kite.portfolio.getHoldings({ signal }),
  ]);
  const multipliers = Object.fromEntries(
    net.map(({ exchange, tradingsymbol, multiplier }) => [`${exchange}:${tradingsymbol}`, multiplier]),
  );
  const params = { multipliers, carried: carriedUnits(net, holdings), charges: true };
  return tradesAnswer(await kite.orders.getTradesWithPnl(params, { signal }));
}

async function previewOf(
  kite: DemoKite,
  order: MarginOrder,
  expected_price: number,
  signal: AbortSignal,
): Promise<PreviewAnswer> {
  const [[margin], [note]] = await Promise.all([
    kite.orders.getOrderMargins({ orders: [order] }, { signal }),
    kite.orders.getContractNote([{ ...order, order_id: "preview", average_price: expected_price }], { signal }),
  ]);
  if (!margin || !note) throw new Error("the exchange left out a row");
  return { margin: marginRow(margin), charges: chargesRow(note.charges) };
}
