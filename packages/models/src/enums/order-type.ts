import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** `SL` is a stop with a limit price, `SL-M` a stop that becomes a market order when its trigger is reached. */
export const orderTypes = ["MARKET", "LIMIT", "SL", "SL-M"] as const;

/** How an order is priced; completes the known values, holds any. */
export type OrderType = (typeof orderTypes)[number] | (string & {});

export const OrderTypeSchema = AnyStringSchema as OpenEnumSchema<OrderType>;
