import type { PlaceOrderParams } from "../params/place-order-params.ts";

/** Something in an order that will be refused, or probably not do what was meant. */
export interface OrderFinding {
  readonly field: keyof PlaceOrderParams;
  readonly rule: OrderRule;
  readonly message: string;
  /** `error`: expect a refusal. `warning`: a rule that is vague, changes, or depends on what is not known here. */
  readonly severity: "error" | "warning";
  /** A value for `field` that satisfies this rule, never worse for the caller than what was asked; only where there is one. */
  readonly suggestion?: string | number | boolean;
}

/** What was checked. */
export type OrderRule =
  /** What `placeOrder` itself would refuse. */
  | "input"
  /** The order is about another instrument, or one that cannot be traded. */
  | "instrument"
  /** The contract has expired. */
  | "expiry"
  /** Prices are multiples of the tick. */
  | "tick"
  /** Prices stay within the day's limits. */
  | "band"
  /** A trigger stands on the right side of its price and of the last price. */
  | "trigger"
  /** Quantities are multiples of the lot. */
  | "lot"
  /** The exchange's largest single order. */
  | "freeze"
  | "disclosed"
  | "iceberg"
  /** Exchange, product, order type, variety and validity go together. */
  | "combination"
  /** The market is open for it. */
  | "hours";

/** The slice of an instrument that orders are checked against. A row of the instruments list will do. */
export interface CheckedInstrument {
  readonly exchange: string;
  readonly tradingsymbol: string;
  /** Rupees; 0 skips the checks of prices. */
  readonly tick_size: number;
  readonly lot_size: number;
  /** `EQ`, `FUT`, `CE`, `PE`. */
  readonly instrument_type?: string | undefined;
  readonly segment?: string | undefined;
  /** Calendar date, `yyyy-mm-dd`; empty or null for what does not expire. */
  readonly expiry?: string | null | undefined;
}

/** The slice of a quote that orders are checked against. */
export interface CheckedQuote {
  /** Rupees. */
  readonly last_price?: number | undefined;
  /** Rupees; 0 for none. */
  readonly lower_circuit_limit?: number | undefined;
  /** Rupees; 0 for none. */
  readonly upper_circuit_limit?: number | undefined;
}
