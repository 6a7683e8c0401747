import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** States of a SIP as answers write them; a change takes `active` and `paused` in lower case. */
export const mfSIPStatuses = ["ACTIVE", "PAUSED", "CANCELLED"] as const;

/** State of a SIP; completes the known ones, holds any. */
export type MFSIPStatus = (typeof mfSIPStatuses)[number] | (string & {});

export const MFSIPStatusSchema = AnyStringSchema as OpenEnumSchema<MFSIPStatus>;
