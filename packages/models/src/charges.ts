import { type InferInput, type InferOutput, number, object } from "valibot";
import { TransactionTaxTypeSchema } from "./enums/transaction-tax-type.ts";

/**
 * What an order costs beside its price, in rupees.
 *
 * @see https://kite.trade/docs/connect/v3/margins/
 */
export const ChargesSchema = object({
  transaction_tax: number(),
  transaction_tax_type: TransactionTaxTypeSchema,
  exchange_turnover_charge: number(),
  sebi_turnover_charge: number(),
  brokerage: number(),
  stamp_duty: number(),
  gst: object({ igst: number(), cgst: number(), sgst: number(), total: number() }),
  /** All of the above. */
  total: number(),
});
export interface Charges extends InferOutput<typeof ChargesSchema> {}
export interface ChargesWire extends InferInput<typeof ChargesSchema> {}
