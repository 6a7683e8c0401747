import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/**
 * States an order passes through. `COMPLETE`, `CANCELLED`, `REJECTED`, `LAPSED` and `CANCELLED AMO` are final; treat any
 * other value, known or not, as still open. `UPDATE` occurs only in postbacks and on the stream, never in the order book.
 */
export const orderStatuses = [
  "OPEN",
  "COMPLETE",
  "CANCELLED",
  "REJECTED",
  "TRIGGER PENDING",
  "PUT ORDER REQ RECEIVED",
  "VALIDATION PENDING",
  "OPEN PENDING",
  "MODIFY VALIDATION PENDING",
  "MODIFY PENDING",
  "MODIFIED",
  "NOT MODIFIED",
  "CANCEL PENDING",
  "AMO REQ RECEIVED",
  "MODIFY AMO REQ RECEIVED",
  "CANCELLED AMO",
  "LAPSED",
  "UPDATE",
] as const;

/** State of an order; completes the known ones, holds any. */
export type OrderStatus = (typeof orderStatuses)[number] | (string & {});

export const OrderStatusSchema = AnyStringSchema as OpenEnumSchema<OrderStatus>;
