import { type BaseSchema, type StringIssue, type StringSchema, string } from "valibot";

/** Accepts every string and types it as the open enum `T`, because the server adds values without notice. */
export interface OpenEnumSchema<T extends string> extends BaseSchema<T, T, StringIssue> {}

/** The one schema behind all open enums. Each enum's file casts it to its own type, which costs nothing at run time. */
export const AnyStringSchema: StringSchema<undefined> = string();
