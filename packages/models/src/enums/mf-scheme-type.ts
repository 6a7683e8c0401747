import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Kinds of fund. There are more, and they change. */
export const mfSchemeTypes = ["equity", "debt", "elss", "balanced", "fof", "liquid"] as const;

/** Kind of a fund; completes the known ones, holds any. */
export type MFSchemeType = (typeof mfSchemeTypes)[number] | (string & {});

export const MFSchemeTypeSchema = AnyStringSchema as OpenEnumSchema<MFSchemeType>;
