import type { Order } from "@kite/orders";

/** What can still be done with an order: nothing is possible while it is on its way, and nothing is left once it is finished. */
type OrderStage = "open" | "on-its-way" | "finished";

/** An order in the page's words. Prices are rupees per unit. */
export interface OrderRow {
  readonly order_id: string;
  readonly exchange_order_id: string | null;
  /** Set on the second leg of a cover order, whose cancelling closes the position. */
  readonly parent_order_id: string | null;
  readonly status: string;
  readonly stage: OrderStage;
  /** Why it was refused, for one. */
  readonly status_message: string | null;
  readonly at: Date;
  readonly variety: Order["variety"];
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly transaction_type: string;
  readonly order_type: string;
  readonly product: string;
  readonly validity: string;
  readonly quantity: number;
  readonly filled_quantity: number;
  /** Still wanted by an order that is not finished, 0 for one that is. */
  readonly left: number;
  /** 0 when unused. */
  readonly price: number;
  /** 0 when unused. */
  readonly trigger_price: number;
  /** Of the fills; 0 until there is one. */
  readonly average_price: number;
  readonly tags: readonly string[];
  /** `leg 2 of 5`, where the order is part of an iceberg. */
  readonly leg: string | null;
}

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
    at: order.order_timestamp,
    variety: order.variety,
    exchange: order.exchange,
    tradingsymbol: order.tradingsymbol,
    transaction_type: order.transaction_type,
    order_type: order.order_type,
    product: order.product,
    validity: order.validity,
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
