import type { MutualFund } from "../market/fund-list.ts";
import type { Side } from "../portfolio/position.ts";

/** Everything an account has and had in mutual funds. */
export interface FundsBook {
  /** Oldest first, and so are the lists below. */
  readonly orders: FundOrder[];
  readonly sips: Sip[];
  readonly holdings: FundHolding[];
}

type FundOrderStatus = "OPEN" | "COMPLETE" | "CANCELLED" | "REJECTED";

/** An order for units of a fund. Moments are epoch ms, dates `yyyy-mm-dd`, amounts rupees, quantities units. */
export interface FundOrder {
  readonly order_id: string;
  readonly exchange_order_id: string | null;
  readonly fund: MutualFund;
  status: FundOrderStatus;
  status_message: string | null;
  readonly folio: string | null;
  readonly order_timestamp: number;
  readonly exchange_timestamp: string | null;
  readonly settlement_id: string | null;
  readonly transaction_type: Side;
  /** 0 for sales. */
  readonly amount: number;
  readonly quantity: number;
  readonly variety: "regular" | "sip" | "amc_sip";
  /** Null for sales. */
  readonly purchase_type: "FRESH" | "ADDITIONAL" | null;
  readonly average_price: number;
  readonly tag: string | null;
}

export type Frequency = "weekly" | "monthly" | "quarterly";

/** A standing order. Moments are epoch ms, dates `yyyy-mm-dd`, amounts rupees. */
export interface Sip {
  readonly sip_id: string;
  readonly fund: MutualFund;
  readonly sip_type: "sip" | "amc_sip";
  readonly sip_reg_num: string | null;
  readonly created: number;
  readonly last_instalment: number;
  readonly completed_instalments: number;
  readonly trigger_price: number;
  readonly tag: string | null;
  status: "ACTIVE" | "PAUSED" | "CANCELLED";
  next_instalment: string;
  frequency: Frequency;
  instalment_amount: number;
  /** -1 goes on for ever. */
  instalments: number;
  /** Day of the month; 0 unless monthly. */
  instalment_day: number;
  /** Percent by which the amount grows, by day and month: `{ "15-02": 10 }`. */
  step_up: Readonly<Record<string, number>>;
}

/** Units of a fund under one folio. */
export interface FundHolding {
  readonly fund: MutualFund;
  readonly folio: string | null;
  readonly quantity: number;
  /** Undefined in rows of older accounts, which do not have it. */
  readonly pledged_quantity: number | undefined;
  /** Rupees per unit. */
  readonly average_price: number;
  /** The answer leaves the date of the value empty. */
  readonly undated: boolean;
  /** When the units were bought, `yyyy-mm-dd`. */
  readonly bought: string;
}
