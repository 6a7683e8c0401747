import { type InferInput, type InferOutput, nullable, number, object, optional, record, string } from "valibot";
import { MFDividendTypeSchema } from "./enums/mf-dividend-type.ts";
import { MFSIPFrequencySchema } from "./enums/mf-sip-frequency.ts";
import { MFSIPStatusSchema } from "./enums/mf-sip-status.ts";
import { MFSIPTypeSchema } from "./enums/mf-sip-type.ts";
import { TransactionTypeSchema } from "./enums/transaction-type.ts";
import { IstTimeSchema } from "./time/ist-time.ts";
import { IstTimeOrNoneSchema } from "./time/ist-time-or-none.ts";

/**
 * A systematic investment plan: a fund bought again and again.
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#sips
 */
export const MFSIPSchema = object({
  sip_id: string(),
  /** ISIN of the fund. */
  tradingsymbol: string(),
  /** Name of the fund. */
  fund: string(),
  dividend_type: MFDividendTypeSchema,
  transaction_type: TransactionTypeSchema,
  status: MFSIPStatusSchema,
  sip_type: MFSIPTypeSchema,
  /** Number at the fund house, for SIPs kept there. */
  sip_reg_num: nullable(string()),
  created: IstTimeSchema,
  /** Null before the first one. */
  last_instalment: IstTimeOrNoneSchema,
  /** Day of the next one, `yyyy-mm-dd` in India. */
  next_instalment: string(),
  frequency: MFSIPFrequencySchema,
  /** Rupees. */
  instalment_amount: number(),
  /** How many in all; -1 for no end. SIPs at the fund house show 9999. */
  instalments: number(),
  /** How many are left; -1 for no end. */
  pending_instalments: number(),
  completed_instalments: number(),
  /** Day of the month; 0 unless monthly. */
  instalment_day: number(),
  /** 0 so far. */
  trigger_price: number(),
  /** Percent that the amount rises by, by day and month: `{ "15-02": 10 }`. Empty for none. */
  step_up: record(string(), number()),
  tag: nullable(string()),
  /** Where the money comes from, `pool` for one; only in the answer for a single SIP. */
  fund_source: optional(string()),
});
export interface MFSIP extends InferOutput<typeof MFSIPSchema> {}
export interface MFSIPWire extends InferInput<typeof MFSIPSchema> {}
