import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Whether a position was opened today or carried over. */
export const positionTypes = ["day", "overnight"] as const;

/** Age of the position to convert; completes the known values, holds any. */
export type PositionType = (typeof positionTypes)[number] | (string & {});

export const PositionTypeSchema = AnyStringSchema as OpenEnumSchema<PositionType>;
