import { istTimestamp } from "../ist.ts";
import { averagePrice, type IcebergState, type Order, type Trade } from "./order.ts";

/** The keys that rows of the book, snapshots and messages have in common. Prices are rupees, times IST. */
interface CommonRow {
  readonly placed_by: string;
  readonly order_id: string;
  readonly exchange_order_id: string | null;
  readonly parent_order_id: string | null;
  readonly status: string;
  readonly status_message: string | null;
  readonly order_timestamp: string;
  readonly exchange_timestamp: string | null;
  readonly variety: string;
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly instrument_token: number;
  readonly order_type: string;
  readonly transaction_type: string;
  readonly validity: string;
  readonly product: string;
  readonly quantity: number;
  readonly disclosed_quantity: number;
  readonly price: number;
  readonly trigger_price: number;
  readonly average_price: number;
  readonly filled_quantity: number;
  readonly pending_quantity: number;
  readonly cancelled_quantity: number;
}

/** A row of `GET /orders`. */
export interface OrderRow extends CommonRow {
  readonly account_id: string;
  readonly exchange_update_timestamp: string | null;
  readonly status_message_raw: string | null;
  readonly modified: boolean;
  /** Minutes. */
  readonly validity_ttl: number;
  /** Percent. */
  readonly market_protection: number;
  readonly meta: { readonly iceberg?: IcebergState };
  readonly tag: string | null;
  /** Missing on rows without any tag. */
  readonly tags?: readonly string[];
  /** Missing on all but auction orders. */
  readonly auction_number?: string;
  readonly guid: string | null;
}

type Row = Readonly<Record<string, unknown>>;

/** Renders the row of `GET /orders`. */
export function orderRow(order: Order): OrderRow {
  const tags = [...(order.tag === null ? [] : [order.tag]), ...order.systemTags];
  return {
    account_id: order.user_id,
    ...commonRow(order),
    exchange_update_timestamp: timestamp(order.exchange_update_timestamp),
    status_message_raw: order.status_message_raw,
    modified: order.modifications > 0,
    validity_ttl: order.validity_ttl,
    market_protection: order.market_protection,
    meta: order.iceberg ? { iceberg: order.iceberg } : {},
    tag: order.tag,
    ...(tags.length > 0 && { tags }),
    ...(order.auction_number !== undefined && { auction_number: order.auction_number }),
    guid: order.guid,
  };
}

/**
 * Renders a snapshot for `GET /orders/:order_id`. Such rows have fewer keys, never admit to a modification, and the
 * first of them has not looked the instrument up yet.
 */
export function historyRow(order: Order): Row {
  const instrument_token = order.history.length === 0 ? 1 : order.instrument.instrument_token;
  return { ...commonRow(order), instrument_token, modified: false, tag: order.tag };
}

/** Renders a postback or order message, all but its checksum. `status` is the order's own, or `UPDATE`. */
export function updateRow(order: Order, status: string): Row {
  return {
    user_id: order.user_id,
    unfilled_quantity: order.quantity - order.filled_quantity - order.cancelled_quantity,
    ...commonRow(order),
    status,
    exchange_update_timestamp: timestamp(order.exchange_update_timestamp),
    status_message_raw: order.status_message_raw,
    market_protection: order.market_protection,
    meta: order.iceberg ? { iceberg: order.iceberg } : {},
    tag: order.tag,
    guid: order.guid,
  };
}

/** Renders the row of `GET /trades`. */
export function tradeRow({ trade_id, order, quantity, price, at }: Trade): Row {
  return {
    trade_id,
    order_id: order.order_id,
    exchange: order.instrument.exchange,
    tradingsymbol: order.instrument.tradingsymbol,
    instrument_token: order.instrument.instrument_token,
    product: order.product,
    average_price: price,
    quantity,
    exchange_order_id: order.exchange_order_id,
    transaction_type: order.transaction_type,
    fill_timestamp: istTimestamp(at),
    // the time of day alone, unlike everywhere else
    order_timestamp: istTimestamp(order.order_timestamp).slice(11),
    exchange_timestamp: istTimestamp(at),
  };
}

function commonRow(order: Order): CommonRow {
  return {
    placed_by: order.placed_by,
    order_id: order.order_id,
    exchange_order_id: order.exchange_order_id,
    parent_order_id: order.parent_order_id,
    status: order.status,
    status_message: order.status_message,
    order_timestamp: istTimestamp(order.order_timestamp),
    exchange_timestamp: timestamp(order.exchange_timestamp),
    variety: order.variety,
    exchange: order.instrument.exchange,
    tradingsymbol: order.instrument.tradingsymbol,
    instrument_token: order.instrument.instrument_token,
    order_type: order.order_type,
    transaction_type: order.transaction_type,
    validity: order.validity,
    product: order.product,
    quantity: order.quantity,
    disclosed_quantity: order.disclosed_quantity,
    price: order.price,
    trigger_price: order.trigger_price,
    average_price: averagePrice(order),
    filled_quantity: order.filled_quantity,
    pending_quantity: order.pending_quantity,
    cancelled_quantity: order.cancelled_quantity,
  };
}

const timestamp = (at: number | null): string | null => (at === null ? null : istTimestamp(at));
