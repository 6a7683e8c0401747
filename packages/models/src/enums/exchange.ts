import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/**
 * Exchanges Kite names today. `MF` occurs only in the profile and `INDICES` only in alerts; the seven before them take
 * orders and have instruments and quotes.
 */
export const exchanges = ["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX", "MF", "INDICES"] as const;

/** Exchange of an instrument; completes the known ones, holds any. */
export type Exchange = (typeof exchanges)[number] | (string & {});

export const ExchangeSchema = AnyStringSchema as OpenEnumSchema<Exchange>;
