import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** `IOC` fills at once or is cancelled; `TTL` lives for the minutes in `validity_ttl`. */
export const validities = ["DAY", "IOC", "TTL"] as const;

/** How long an order stays open; completes the known values, holds any. */
export type Validity = (typeof validities)[number] | (string & {});

export const ValiditySchema = AnyStringSchema as OpenEnumSchema<Validity>;
