import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Whether a purchase opened a folio or added to one. */
export const mfPurchaseTypes = ["FRESH", "ADDITIONAL"] as const;

/** Kind of a purchase; completes the known ones, holds any. */
export type MFPurchaseType = (typeof mfPurchaseTypes)[number] | (string & {});

export const MFPurchaseTypeSchema = AnyStringSchema as OpenEnumSchema<MFPurchaseType>;
