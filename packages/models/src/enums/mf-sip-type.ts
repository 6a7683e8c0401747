import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Who keeps a SIP: the broker, or the fund house. */
export const mfSIPTypes = ["sip", "amc_sip"] as const;

/** Kind of a SIP; completes the known ones, holds any. */
export type MFSIPType = (typeof mfSIPTypes)[number] | (string & {});

export const MFSIPTypeSchema = AnyStringSchema as OpenEnumSchema<MFSIPType>;
