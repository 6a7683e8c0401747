import type { TransactionType } from "./vocabulary.ts";

/** A fund that is held. NAVs are rupees per unit. */
export type MFHolding = {
  folio: null | string;
  average_price: number;
  last_price: number;
  /** `yyyy-mm-dd`, or empty. */
  last_price_date: string;
  pledged_quantity: number;
  fund: string;
  /** ISIN. */
  tradingsymbol: string;
  pnl: number;
  quantity: number;
};

/** A row of the list of funds. Amounts are rupees. */
export type MFInstrument = {
  tradingsymbol: string;
  amc: string;
  name: string;
  purchase_allowed: boolean;
  redemption_allowed: boolean;
  minimum_purchase_amount: number;
  purchase_amount_multiplier: number;
  minimum_additional_purchase_amount: number;
  /** A text as it stands in the list, whatever the type says. */
  minimum_redemption_quantity: number;
  redemption_quantity_multiplier: number;
  dividend_type: string;
  scheme_type: string;
  plan: string;
  settlement_type: string;
  last_price: number;
  /** Midnight UTC of the day. */
  last_price_date: Date;
};

/** A fund order. */
export type MFOrder = {
  order_id: string;
  exchange_order_id: null | string;
  tradingsymbol: string;
  status: null | string;
  status_message: null | string;
  folio: null | string;
  fund: string;
  order_timestamp: Date;
  /** Kite sends a day alone, and then this is a text, `yyyy-mm-dd`, whatever the type says. */
  exchange_timestamp: Date;
  settlement_id: string;
  transaction_type: string;
  amount: number;
  variety: string;
  purchase_type: null | string;
  quantity: number;
  price: number;
  last_price: number;
  average_price: number;
  placed_by: string;
  last_price_date: string;
  // biome-ignore lint/suspicious/noExplicitAny: programs written against the old type use it as what they like
  tag: any;
};

/** A fund that is bought again and again. */
export type MFSIP = {
  sip_id: string;
  tradingsymbol: string;
  fund: string;
  dividend_type: string;
  transaction_type: string;
  status: string;
  created: Date;
  frequency: string;
  next_instalment: string;
  instalment_amount: number;
  /** -1 for no end. */
  instalments: number;
  last_instalment: Date;
  pending_instalments: number;
  instalment_day: number;
  completed_instalments: number;
  tag: string;
  sip_reg_num: null | string;
  trigger_price: number;
  step_up: Record<string, number>;
  sip_type: string;
};

export type PlaceMFOrderParams = {
  /** ISIN. */
  tradingsymbol: string;
  transaction_type: TransactionType;
  /** Units to sell. */
  quantity?: number;
  /** Rupees to buy for. */
  amount?: number;
  tag?: string;
};

export type PlaceMFSIPParams = {
  /** ISIN. */
  tradingsymbol: string;
  /** Rupees of each instalment. */
  amount: number;
  /** -1 for no end. */
  instalments: number;
  frequency: "weekly" | "monthly" | "quarterly";
  /** Rupees to buy for at once. */
  initial_amount?: number;
  instalment_day?: string;
  tag?: string;
};

export type ModifyMFSIPParams = {
  instalments?: number;
  frequency?: "weekly" | "monthly" | "quarterly";
  instalment_day?: string;
  status?: "active" | "paused";
};
