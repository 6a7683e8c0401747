import { type InferInput, type InferOutput, nullable, number, object, optional, string } from "valibot";
import { OrderSchema } from "./order.ts";
import { OrderMetaSchema } from "./order-meta.ts";
import { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";

/**
 * An order at one moment of its history: an `Order` of which some keys may be missing. The first ones carry 1 as
 * `instrument_token`, and `modified` stays false.
 *
 * @see https://kite.trade/docs/connect/v3/orders/#retrieving-an-orders-history
 */
export const OrderSnapshotSchema = object({
  ...OrderSchema.entries,
  status_message_raw: optional(nullable(string())),
  exchange_update_timestamp: optional(IstTimeOrNoneSchema),
  market_protection: optional(number()),
  meta: optional(OrderMetaSchema),
  guid: optional(nullable(string())),
});
export interface OrderSnapshot extends InferOutput<typeof OrderSnapshotSchema> {}
export interface OrderSnapshotWire extends InferInput<typeof OrderSnapshotSchema> {}
