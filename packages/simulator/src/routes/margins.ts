import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { addedMargin, exposuresOf } from "../funds/basket.ts";
import { marginOf } from "../funds/margin.ts";
import { type CalculatedOrder, readMarginOrder } from "../funds/margin-order.ts";
import { compact, marginRow, sumMargins, togetherRow } from "../funds/margin-rows.ts";
import { readJsonArray } from "../json-body.ts";
import { invalid } from "../refusal.ts";
import { type App, type Call, signedIn } from "./signed-in.ts";

/** What orders would block. Nothing is placed and nothing changes. */
export function marginRoutes(app: App, exchange: Exchange): void {
  const { market } = exchange;
  const session = signedIn(exchange);
  const readOrders = async ({ req }: Call): Promise<CalculatedOrder[]> =>
    (await readJsonArray(req.raw)).map((order) => readMarginOrder(order, market));

  app.post("/margins/orders", session, async (context) => {
    const rows = (await readOrders(context)).map(marginRow);
    return success(isCompact(context) ? rows.map(compact) : rows);
  });

  app.post("/margins/basket", session, async (context) => {
    const orders = await readOrders(context);
    const held = considersPositions(context) ? exposuresOf(context.var.account, market) : [];
    const rows = orders.map(marginRow);
    const initial = togetherRow(sumMargins(orders.map(marginOf)), rows);
    const final = togetherRow(addedMargin(held, orders), rows);
    if (isCompact(context))
      return success({ initial: compact(initial), final: compact(final), orders: rows.map(compact) });
    return success({ initial, final, orders: rows, charges: final.charges });
  });
}

/** Whatever else is sent asks for everything: that is how the official JavaScript client does, which always sends a mode. */
const isCompact = ({ req }: Call): boolean => req.query("mode") === "compact";

/** The Python client writes `True`. Without it positions count, because that is what the clients ask for. */
function considersPositions({ req }: Call): boolean {
  const value = (req.query("consider_positions") ?? "true").toLowerCase();
  if (value !== "true" && value !== "false") throw invalid("consider_positions");
  return value === "true";
}
