import type { Kind } from "./shape.ts";

/** Row of the order book. */
export const orderTable: Record<string, Kind> = {
  account_id: "str?",
  placed_by: "str",
  terminal_id: "str?",
  order_id: "str",
  exchange_order_id: "str|null",
  parent_order_id: "str|null",
  status: "str",
  status_message: "str|null",
  status_message_raw: "str|null",
  order_timestamp: "ts",
  exchange_update_timestamp: "ts|null",
  exchange_timestamp: "ts|null",
  variety: "str",
  modified: "bool",
  exchange: "str",
  tradingsymbol: "str",
  instrument_token: "int",
  order_type: "str",
  transaction_type: "str",
  validity: "str",
  product: "str",
  validity_ttl: "int?",
  quantity: "int",
  disclosed_quantity: "int",
  price: "num",
  trigger_price: "num",
  auction_number: "str?",
  average_price: "num",
  filled_quantity: "int",
  pending_quantity: "int",
  cancelled_quantity: "int",
  market_protection: "num",
  meta: "object",
  tag: "str|null",
  tags: "strings?",
  guid: "str|null",
};

const FEWER = [
  "guid",
  "meta",
  "market_protection",
  "exchange_update_timestamp",
  "status_message_raw",
  "validity_ttl",
  "tags",
];

/** Snapshot of one order. */
export const historyTable: Record<string, Kind> = Object.fromEntries(
  Object.entries(orderTable).filter(([key]) => !FEWER.includes(key)),
);

export const tradeTable: Record<string, Kind> = {
  trade_id: "str",
  order_id: "str",
  exchange_order_id: "str|null",
  exchange: "str",
  tradingsymbol: "str",
  instrument_token: "int",
  product: "str",
  transaction_type: "str",
  average_price: "num",
  quantity: "int",
  fill_timestamp: "ts",
  order_timestamp: "time",
  exchange_timestamp: "ts",
};
