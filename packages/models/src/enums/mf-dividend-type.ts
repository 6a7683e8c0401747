import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** What a fund does with its income. `idcw` is the newer word for a payout and occurs in SIPs. */
export const mfDividendTypes = ["growth", "payout", "idcw"] as const;

/** Income option of a fund; completes the known ones, holds any. */
export type MFDividendType = (typeof mfDividendTypes)[number] | (string & {});

export const MFDividendTypeSchema = AnyStringSchema as OpenEnumSchema<MFDividendType>;
