import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Kinds of account. Retail users are `individual`; the others are not documented. */
export const userTypes = ["individual"] as const;

/** Kind of account; completes the known value, holds any. */
export type UserType = (typeof userTypes)[number] | (string & {});

export const UserTypeSchema = AnyStringSchema as OpenEnumSchema<UserType>;
