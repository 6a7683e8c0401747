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
  /** Null until the order has gone to the fund house. */
  exchange_order_id: string | null;
  readonly fund: MutualFund;
  status: FundOrderStatus;
  status_message: string | null;
  folio: string | null;
  readonly order_timestamp: number;
  exchange_timestamp: string | null;
  settlement_id: string | null;
  readonly transaction_type: Side;
  /** 0 for sales. */
  readonly amount: number;
  /** Of purchases 0 until the units are allotted. */
  quantity: number;
  readonly variety: "regular" | "sip" | "amc_sip";
  /** Null for sales. */
  readonly purchase_type: "FRESH" | "ADDITIONAL" | null;
  /** Net asset value at which units were allotted; 0 before. */
  average_price: number;
  readonly tag: string | null;
}

/** Message of an order that goes nowhere before somebody has paid. */
export const WAITING_FOR_PAYMENT = "Order is waiting for the payment.";

export type Frequency = "weekly" | "monthly" | "quarterly";

/** A standing order. Moments are epoch ms, dates `yyyy-mm-dd`, amounts rupees. */
export interface Sip {
  readonly sip_id: string;
  readonly fund: MutualFund;
  readonly sip_type: "sip" | "amc_sip";
  readonly sip_reg_num: string | null;
  readonly created: number;
  last_instalment: number;
  completed_instalments: number;
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
  folio: string | null;
  quantity: number;
  /** Undefined in rows of older accounts, which do not have it. */
  readonly pledged_quantity: number | undefined;
  /** Rupees per unit. */
  average_price: number;
  /** The answer leaves the date of the value empty. */
  readonly undated: boolean;
  /** What is left of them, oldest first. */
  purchases: readonly FundPurchase[];
}

/** Units that were bought together. */
export interface FundPurchase {
  readonly quantity: number;
  /** Rupees per unit. */
  readonly average_price: number;
  readonly variety: FundOrder["variety"];
  /** `yyyy-mm-dd`. */
  readonly exchange_timestamp: string;
}
