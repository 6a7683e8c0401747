import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** One trigger with one order, or two around the price of which one can fire. */
export const gttTypes = ["single", "two-leg"] as const;

/** Kind of a GTT; completes the known ones, holds any. */
export type GTTType = (typeof gttTypes)[number] | (string & {});

export const GTTTypeSchema = AnyStringSchema as OpenEnumSchema<GTTType>;
