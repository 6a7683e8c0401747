import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Whether the order of a fired trigger was taken. The order book knows what became of it afterwards. */
export const gttOrderStatuses = ["success", "failed"] as const;

/** Fate of the order that a trigger placed; completes the known values, holds any. */
export type GTTOrderStatus = (typeof gttOrderStatuses)[number] | (string & {});

export const GTTOrderStatusSchema = AnyStringSchema as OpenEnumSchema<GTTOrderStatus>;
