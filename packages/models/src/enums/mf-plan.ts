import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Bought from the fund house directly, or with a distributor in between. */
export const mfPlans = ["direct", "regular"] as const;

/** Plan of a fund; completes the known ones, holds any. */
export type MFPlan = (typeof mfPlans)[number] | (string & {});

export const MFPlanSchema = AnyStringSchema as OpenEnumSchema<MFPlan>;
