import type { Instrument } from "../market/instrument.ts";
import type { Product, Side } from "../portfolio/position.ts";
import type { OrderStatus, OrderType, Validity, Variety } from "./vocabulary.ts";

/** How far a large order has been shown, as `meta.iceberg` tells it. Quantities in the unit of the exchange. */
export interface IcebergState {
  /** From 1. */
  readonly leg: number;
  readonly legs: number;
  readonly leg_quantity: number;
  readonly total_quantity: number;
  /** Still hidden once this leg is out. */
  readonly remaining_quantity: number;
}

/** One row of the order book with its past. Prices are rupees, 0 when unused; moments are epoch ms. */
export interface Order {
  readonly order_id: string;
  readonly user_id: string;
  /** Whoever sent it: the user, or the house. */
  readonly placed_by: string;
  /** App that it came through; null for the orders of the house. */
  readonly apiKey: string | null;
  readonly instrument: Instrument;
  readonly variety: Variety;
  readonly transaction_type: Side;
  readonly product: Product;
  readonly parent_order_id: string | null;
  readonly tag: string | null;
  readonly guid: string | null;
  readonly auction_number: string | undefined;
  readonly iceberg: IcebergState | undefined;
  /** Set by the system: how an order was sliced, which protection a market order got. */
  readonly systemTags: string[];
  order_type: OrderType;
  quantity: number;
  disclosed_quantity: number;
  price: number;
  /** Where a stop order wakes up; on the first leg of a cover order, where its second leg will stop the loss. */
  trigger_price: number;
  validity: Validity;
  /** Minutes. */
  validity_ttl: number;
  /** Percent asked for, -1 for the automatic band; 0 once the order has a price, and when there is none to protect. */
  market_protection: number;
  status: OrderStatus;
  status_message: string | null;
  status_message_raw: string | null;
  exchange_order_id: string | null;
  order_timestamp: number;
  exchange_timestamp: number | null;
  exchange_update_timestamp: number | null;
  filled_quantity: number;
  /** Sum of quantity times price over the fills, without any multiplier. */
  filledValue: number;
  pending_quantity: number;
  cancelled_quantity: number;
  modifications: number;
  /** When it goes on to the exchange: at once, after the delay of the order system, or at the next opening. */
  dueAt: number;
  /** From when its user can see it; until then it is traded all the same. Minus infinity unless it was hidden. */
  readonly visibleAt: number;
  /** When what is left is withdrawn; undefined for orders that outlive every clock. */
  expiresAt: number | undefined;
  /** Snapshots as the history route tells them, oldest first. */
  readonly history: Readonly<Record<string, unknown>>[];
}

/** One fill. */
export interface Trade {
  readonly trade_id: string;
  readonly order: Order;
  readonly quantity: number;
  /** Rupees. */
  readonly price: number;
  /** Epoch ms. */
  readonly at: number;
}

const TERMINAL: readonly OrderStatus[] = ["COMPLETE", "CANCELLED", "REJECTED"];
const AT_EXCHANGE: readonly OrderStatus[] = ["OPEN", "TRIGGER PENDING"];
const WAITING_FOR_OPENING: readonly OrderStatus[] = ["AMO REQ RECEIVED", "MODIFY AMO REQ RECEIVED"];

/** Nothing has been decided about it for good. */
export const isLive = ({ status }: Order): boolean => !TERMINAL.includes(status);

export const isAtExchange = ({ status }: Order): boolean => AT_EXCHANGE.includes(status);

export const isWaitingForOpening = ({ status }: Order): boolean => WAITING_FOR_OPENING.includes(status);

/** Its user can see it. `now` is epoch ms. */
export const isVisible = ({ visibleAt }: Pick<Order, "visibleAt">, now: number): boolean => visibleAt <= now;

/** Can be modified and cancelled: neither on its way nor over. */
export const isResting = (order: Order): boolean => isAtExchange(order) || isWaitingForOpening(order);

/** A stop order sleeps until its trigger is hit. */
export const isStop = ({ order_type }: Pick<Order, "order_type">): boolean =>
  order_type === "SL" || order_type === "SL-M";

/** What can still be traded of a live order, the hidden legs of an iceberg included. */
export function outstanding(order: Order): number {
  return isLive(order) ? order.quantity - order.filled_quantity + (order.iceberg?.remaining_quantity ?? 0) : 0;
}

/** Rupees per unit over all fills, to six decimals; 0 before the first. */
export function averagePrice({ filled_quantity, filledValue }: Order): number {
  return filled_quantity === 0 ? 0 : Math.round((filledValue / filled_quantity) * 1e6) / 1e6;
}
