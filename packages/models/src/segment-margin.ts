import { boolean, type InferInput, type InferOutput, number, object, optional } from "valibot";

/**
 * Funds of one segment, all in rupees.
 *
 * Read `net` and `utilised.debits` as they are: sums of the other fields do not reproduce them. The optional fields are
 * missing in older answers.
 *
 * @see https://kite.trade/docs/connect/v3/user/#funds-and-margins
 */
export const SegmentMarginSchema = object({
  /** Whether the account may trade in this segment. */
  enabled: boolean(),
  /** What is left for trading. */
  net: number(),
  available: object({
    /** Margin that the broker has added by hand. */
    adhoc_margin: number(),
    /** Raw cash, including `intraday_payin`. */
    cash: number(),
    /** Cash at the start of the day. */
    opening_balance: optional(number()),
    /** Balance now. */
    live_balance: optional(number()),
    /** Margin from pledged holdings. */
    collateral: number(),
    /** Deposited today. */
    intraday_payin: number(),
  }),
  utilised: object({
    /** Everything that is used up. */
    debits: number(),
    exposure: number(),
    m2m_realised: number(),
    m2m_unrealised: number(),
    option_premium: number(),
    /** Withdrawn today. */
    payout: number(),
    span: number(),
    /** Proceeds of holdings sold today. */
    holding_sales: number(),
    turnover: optional(number()),
    /** Used against pledged liquid funds. */
    liquid_collateral: optional(number()),
    /** Used against pledged shares. */
    stock_collateral: optional(number()),
    delivery: optional(number()),
  }),
});
export interface SegmentMargin extends InferOutput<typeof SegmentMarginSchema> {}
export interface SegmentMarginWire extends InferInput<typeof SegmentMarginSchema> {}
