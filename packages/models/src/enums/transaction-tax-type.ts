import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Taxes on a transaction: on securities, on commodities, or none. */
export const transactionTaxTypes = ["stt", "ctt", ""] as const;

/** Kind of transaction tax; completes the known values, holds any. */
export type TransactionTaxType = (typeof transactionTaxTypes)[number] | (string & {});

export const TransactionTaxTypeSchema = AnyStringSchema as OpenEnumSchema<TransactionTaxType>;
