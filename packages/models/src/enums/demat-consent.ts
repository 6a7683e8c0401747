import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Ways in which a user may have agreed to debits from the demat account; empty while there is no consent. */
export const dematConsents = ["", "consent", "physical"] as const;

/** Consent to debits from the demat account; completes the known values, holds any. */
export type DematConsent = (typeof dematConsents)[number] | (string & {});

export const DematConsentSchema = AnyStringSchema as OpenEnumSchema<DematConsent>;
