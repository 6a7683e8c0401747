import type { Order, OrderSnapshot } from "@kite/orders";
import type { HistoryStep, OrderRow, OrderStage } from "../../shared/orders-api.ts";

/** States that no order leaves. Every other one, known or not, may still change. */
const finished: readonly string[] = ["COMPLETE", "CANCELLED", "REJECTED", "LAPSED", "CANCELLED AMO"];
/** States in which the exchange takes a change or a cancellation. */
const resting: readonly string[] = ["OPEN", "TRIGGER PENDING", "AMO REQ RECEIVED", "MODIFY AMO REQ RECEIVED"];

/** Tells what can be done with an order in this state. */
export function stageOf(status: string): OrderStage {
  if (finished.includes(status)) return "finished";
  return resting.includes(status) ? "open" : "on-its-way";
}

/** Puts an order into the page's words. */
export function orderRow(order: Order): OrderRow {
  const stage = stageOf(order.status);
  const { quantity, filled_quantity, tag, tags = [] } = order;
  return {
    order_id: order.order_id,
    exchange_order_id: order.exchange_order_id,
    parent_order_id: order.parent_order_id,
    status: order.status,
    stage,
    status_message: order.status_message || order.status_message_raw || null,
    at: order.order_timestamp.toISOString(),
    variety: order.variety,
    exchange: order.exchange,
    tradingsymbol: order.tradingsymbol,
    transaction_type: order.transaction_type,
    order_type: order.order_type,
    product: order.product,
    validity: order.validity,
    validity_ttl: order.validity_ttl ?? 0,
    quantity,
    filled_quantity,
    // the exchange's own figure is not to be relied on: a cancelled order can have pending units
    left: stage === "finished" ? 0 : Math.max(0, quantity - filled_quantity),
    price: order.price,
    trigger_price: order.trigger_price,
    average_price: order.average_price,
    tags: tag && !tags.includes(tag) ? [tag, ...tags] : tags,
    leg: legOf(order),
  };
}

function legOf({ meta }: Order): string | null {
  const iceberg = typeof meta === "object" ? meta.iceberg : undefined;
  return iceberg ? `leg ${iceberg.leg} of ${iceberg.legs}` : null;
}

/** Puts a moment of an order's history into the page's words. */
export function historyStep(snapshot: OrderSnapshot): HistoryStep {
  const { status, status_message, quantity, filled_quantity, price, trigger_price } = snapshot;
  const at = (
    snapshot.exchange_update_timestamp ??
    snapshot.exchange_timestamp ??
    snapshot.order_timestamp
  ).toISOString();
  return { at, status, status_message, quantity, filled_quantity, price, trigger_price };
}
