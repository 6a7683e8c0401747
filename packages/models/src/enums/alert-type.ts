import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** `simple` notifies, `ato` (alert triggers order) places the orders of a basket too. */
export const alertTypes = ["simple", "ato"] as const;

/** Kind of an alert; completes the known ones, holds any. */
export type AlertType = (typeof alertTypes)[number] | (string & {});

export const AlertTypeSchema = AnyStringSchema as OpenEnumSchema<AlertType>;
