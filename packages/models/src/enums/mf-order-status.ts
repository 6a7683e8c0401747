import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** States of a mutual fund order. `OPEN` can last for days. */
export const mfOrderStatuses = ["OPEN", "COMPLETE", "CANCELLED", "REJECTED"] as const;

/** State of a mutual fund order; completes the known ones, holds any. */
export type MFOrderStatus = (typeof mfOrderStatuses)[number] | (string & {});

export const MFOrderStatusSchema = AnyStringSchema as OpenEnumSchema<MFOrderStatus>;
