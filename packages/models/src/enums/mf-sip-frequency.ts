import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** How often a SIP buys. */
export const mfSIPFrequencies = ["weekly", "monthly", "quarterly"] as const;

/** Frequency of a SIP; completes the known ones, holds any. */
export type MFSIPFrequency = (typeof mfSIPFrequencies)[number] | (string & {});

export const MFSIPFrequencySchema = AnyStringSchema as OpenEnumSchema<MFSIPFrequency>;
