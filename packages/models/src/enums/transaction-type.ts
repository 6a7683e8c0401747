import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** The two sides of the market. */
export const transactionTypes = ["BUY", "SELL"] as const;

/** Side of an order or position; completes the known values, holds any. */
export type TransactionType = (typeof transactionTypes)[number] | (string & {});

export const TransactionTypeSchema = AnyStringSchema as OpenEnumSchema<TransactionType>;
