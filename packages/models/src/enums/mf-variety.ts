import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Where a mutual fund order came from: placed once, by a SIP, or by a SIP kept at the fund house. */
export const mfVarieties = ["regular", "sip", "amc_sip"] as const;

/** Origin of a mutual fund order; completes the known ones, holds any. */
export type MFVariety = (typeof mfVarieties)[number] | (string & {});

export const MFVarietySchema = AnyStringSchema as OpenEnumSchema<MFVariety>;
