import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Days from the trade to the settlement, behind a `T`. */
export const mfSettlementTypes = ["T1", "T2", "T3", "T4", "T6"] as const;

/** Settlement cycle of a fund; completes the known ones, holds any. */
export type MFSettlementType = (typeof mfSettlementTypes)[number] | (string & {});

export const MFSettlementTypeSchema = AnyStringSchema as OpenEnumSchema<MFSettlementType>;
