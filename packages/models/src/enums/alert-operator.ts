import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Ways to compare the left side of an alert with its right side. */
export const alertOperators = ["<=", ">=", "<", ">", "=="] as const;

/** Comparison of an alert; completes the known ones, holds any. */
export type AlertOperator = (typeof alertOperators)[number] | (string & {});

export const AlertOperatorSchema = AnyStringSchema as OpenEnumSchema<AlertOperator>;
