import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** What an instrument is. `EQ` is everything in the cash segments: shares, funds, bonds, and the rows of indices too. */
export const instrumentTypes = ["EQ", "FUT", "CE", "PE"] as const;

/** Kind of an instrument: `CE` is a call, `PE` a put; completes the known values, holds any. */
export type InstrumentType = (typeof instrumentTypes)[number] | (string & {});

export const InstrumentTypeSchema = AnyStringSchema as OpenEnumSchema<InstrumentType>;
