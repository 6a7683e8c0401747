import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Order families: `amo` is after-market, `co` a cover order. */
export const varieties = ["regular", "amo", "co", "iceberg", "auction"] as const;

/** Family of an order, part of the route it is sent to; completes the known ones, holds any. */
export type Variety = (typeof varieties)[number] | (string & {});

export const VarietySchema = AnyStringSchema as OpenEnumSchema<Variety>;
