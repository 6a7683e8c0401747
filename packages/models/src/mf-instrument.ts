import { type InferInput, type InferOutput, object, string } from "valibot";
import { CsvFlagSchema, CsvNumberSchema } from "./csv-fields.ts";
import { MFDividendTypeSchema } from "./enums/mf-dividend-type.ts";
import { MFPlanSchema } from "./enums/mf-plan.ts";
import { MFSchemeTypeSchema } from "./enums/mf-scheme-type.ts";
import { MFSettlementTypeSchema } from "./enums/mf-settlement-type.ts";

/**
 * A fund, from a row of the CSV list. Amounts are rupees, quantities are units with decimals.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#instruments
 */
export const MFInstrumentSchema = object({
  /** ISIN of the fund. */
  tradingsymbol: string(),
  /** Fund house. */
  amc: string(),
  name: string(),
  purchase_allowed: CsvFlagSchema,
  redemption_allowed: CsvFlagSchema,
  /** Least amount of a first purchase. */
  minimum_purchase_amount: CsvNumberSchema,
  /** Step of an amount. */
  purchase_amount_multiplier: CsvNumberSchema,
  /** Least amount of a later purchase. */
  minimum_additional_purchase_amount: CsvNumberSchema,
  /** Least units of a sale. */
  minimum_redemption_quantity: CsvNumberSchema,
  /** Step of a quantity. */
  redemption_quantity_multiplier: CsvNumberSchema,
  dividend_type: MFDividendTypeSchema,
  scheme_type: MFSchemeTypeSchema,
  plan: MFPlanSchema,
  settlement_type: MFSettlementTypeSchema,
  /** Rupees per unit, the NAV of `last_price_date`. */
  last_price: CsvNumberSchema,
  /** `yyyy-mm-dd`. */
  last_price_date: string(),
});
export interface MFInstrument extends InferOutput<typeof MFInstrumentSchema> {}
export interface MFInstrumentWire extends InferInput<typeof MFInstrumentSchema> {}
