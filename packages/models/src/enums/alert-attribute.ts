import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Attributes an alert can compare. Kite documents this one; whether there are others is not known. */
export const alertAttributes = ["LastTradedPrice"] as const;

/** Attribute of an instrument; completes the known one, holds any. */
export type AlertAttribute = (typeof alertAttributes)[number] | (string & {});

export const AlertAttributeSchema = AnyStringSchema as OpenEnumSchema<AlertAttribute>;
