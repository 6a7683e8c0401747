import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** States of an alert. Deleted ones stay in the lists. */
export const alertStatuses = ["enabled", "disabled", "deleted"] as const;

/** State of an alert; completes the known ones, holds any. */
export type AlertStatus = (typeof alertStatuses)[number] | (string & {});

export const AlertStatusSchema = AnyStringSchema as OpenEnumSchema<AlertStatus>;
