import {
  array,
  boolean,
  check,
  type GenericSchema,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  union,
  unknown,
} from "valibot";
import { ERROR_NAMES } from "./envelope.ts";
import {
  agrees,
  amount,
  checksum,
  count,
  int,
  orderId,
  orderType,
  product,
  side,
  text,
  timeOfDay,
  timestamp,
  token,
  tradingExchange,
  validity,
  variety,
} from "./formats.ts";

/** Statuses that rows of the book have, now or on their way. */
const BOOK_STATUSES = [
  "PUT ORDER REQ RECEIVED",
  "VALIDATION PENDING",
  "OPEN PENDING",
  "OPEN",
  "TRIGGER PENDING",
  "MODIFY VALIDATION PENDING",
  "MODIFY PENDING",
  "MODIFIED",
  "NOT MODIFIED",
  "CANCEL PENDING",
  "AMO REQ RECEIVED",
  "MODIFY AMO REQ RECEIVED",
  "COMPLETE",
  "CANCELLED",
  "CANCELLED AMO",
  "REJECTED",
  "LAPSED",
] as const;

/** -1 asks for the automatic band; 0 where there is none. */
const protection = pipe(
  number(),
  check((percent) => percent === -1 || (percent >= 0 && percent <= 100)),
);
const iceberg = strictObject({
  leg: count,
  legs: count,
  leg_quantity: count,
  total_quantity: count,
  remaining_quantity: count,
});
const meta = strictObject({ iceberg: optional(iceberg) });

/** What rows of the book, snapshots of history and messages have in common. */
const shared = {
  placed_by: text,
  order_id: orderId,
  exchange_order_id: nullable(pipe(string(), regex(/^\d+$/))),
  parent_order_id: nullable(orderId),
  status_message: nullable(text),
  order_timestamp: timestamp,
  exchange_timestamp: nullable(timestamp),
  variety,
  exchange: tradingExchange,
  tradingsymbol: text,
  instrument_token: token,
  order_type: orderType,
  transaction_type: side,
  validity,
  product,
  quantity: count,
  disclosed_quantity: count,
  price: amount,
  trigger_price: amount,
  average_price: amount,
  filled_quantity: count,
  pending_quantity: count,
  cancelled_quantity: count,
  tag: nullable(text),
};
const full = {
  ...shared,
  exchange_update_timestamp: nullable(timestamp),
  status_message_raw: nullable(text),
  market_protection: protection,
  meta,
  guid: nullable(text),
};
type Row = { readonly instrument_token: number; readonly exchange: string };
const ownSegment = (row: Row): boolean => agrees(row.instrument_token, row.exchange);

/** 3.6. */
export const order: GenericSchema = pipe(
  strictObject({
    ...full,
    account_id: optional(text),
    terminal_id: optional(text),
    status: picklist(BOOK_STATUSES),
    modified: boolean(),
    validity_ttl: optional(count),
    auction_number: optional(text),
    tags: optional(array(text)),
  }),
  check((row) => ownSegment(row), "token of another exchange"),
  check((row) => (row.variety === "iceberg") === (row.meta.iceberg !== undefined), "meta of another variety"),
  check((row) => row.tag === null || (row.tags?.includes(row.tag) ?? false), "a tag that is not among the tags"),
);

/** 3.7: fewer keys. The first row of the published sample carries token 1. */
export const history: GenericSchema = array(
  pipe(
    strictObject({ ...shared, status: picklist(BOOK_STATUSES), modified: boolean() }),
    check((row) => row.instrument_token === 1 || ownSegment(row), "token of another exchange"),
  ),
);

/** 3.8. */
export const trade: GenericSchema = pipe(
  strictObject({
    trade_id: text,
    order_id: orderId,
    exchange_order_id: nullable(pipe(string(), regex(/^\d+$/))),
    exchange: tradingExchange,
    tradingsymbol: text,
    instrument_token: token,
    product,
    transaction_type: side,
    average_price: amount,
    quantity: count,
    fill_timestamp: timestamp,
    order_timestamp: timeOfDay,
    exchange_timestamp: timestamp,
  }),
  check((row) => ownSegment(row), "token of another exchange"),
);

const slice = union([
  strictObject({ order_id: orderId }),
  strictObject({
    error: strictObject({ code: int, error_type: picklist(ERROR_NAMES), message: text, data: nullable(unknown()) }),
  }),
]);

/** 3.1 and 3.3: both shapes of a sliced order are documented. */
export const placed: GenericSchema = union([
  strictObject({ order_id: orderId, children: optional(array(slice)) }),
  array(slice),
]);
export const orderIdAnswer: GenericSchema = strictObject({ order_id: orderId });

/** 10: what postbacks and messages of the stream carry. */
export const orderMessage: GenericSchema = strictObject({
  ...full,
  user_id: text,
  unfilled_quantity: count,
  app_id: int,
  checksum,
  status: picklist(["COMPLETE", "REJECTED", "CANCELLED", "UPDATE"]),
});
