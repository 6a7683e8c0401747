import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** What stands on the right side of an alert: a number, or another instrument. */
export const alertRhsTypes = ["constant", "instrument"] as const;

/** Right side of an alert; completes the known kinds, holds any. */
export type AlertRhsType = (typeof alertRhsTypes)[number] | (string & {});

export const AlertRhsTypeSchema = AnyStringSchema as OpenEnumSchema<AlertRhsType>;
