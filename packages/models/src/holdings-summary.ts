import { type InferInput, type InferOutput, number, object } from "valibot";

/**
 * Totals over all holdings. Kite does not document this answer.
 *
 * @see https://kite.trade/docs/connect/v3/portfolio/
 */
export const HoldingsSummarySchema = object({
  /** Rupees: `current_value` - `invested_amount`. */
  total_pnl: number(),
  /** `total_pnl` in percent of `invested_amount`. */
  total_pnl_percent: number(),
  /** Rupees since the previous close. */
  today_pnl: number(),
  /** `today_pnl` in percent of the value at the previous close. */
  today_pnl_percent: number(),
  /** Rupees. */
  invested_amount: number(),
  /** Rupees. */
  current_value: number(),
});
export interface HoldingsSummary extends InferOutput<typeof HoldingsSummarySchema> {}
export interface HoldingsSummaryWire extends InferInput<typeof HoldingsSummarySchema> {}
