import type { Instrument } from "../market/instrument.ts";
import type { Price } from "../market/quote.ts";

/** The part of a holding that the broker financed. */
export interface FinancedPart {
  readonly quantity: number;
  readonly used_quantity: number;
  /** Rupees per share. */
  readonly average_price: number;
  /** Rupees. */
  readonly value: number;
  /** Rupees. */
  readonly initial_margin: number;
}

/** Shares that were bought and are on their way to the demat account. */
export interface Delivery {
  readonly quantity: number;
  /** Day on which they are settled: from the morning after they are in the demat account. */
  readonly day: number;
}

/** Keys that rows of older accounts do not have. */
export type LateKey = "used_quantity" | "authorisation" | "short_quantity" | "mtf";

/** What the depository and the broker know about one share of one account. Quantities are shares. */
export interface Holding {
  readonly instrument: Instrument;
  /** In the demat account. */
  readonly realised_quantity: number;
  /** Bought on the previous day, not delivered yet: the sum of `deliveries`. */
  readonly t1_quantity: number;
  /** Oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Sold today. */
  used_quantity: number;
  readonly short_quantity: number;
  readonly collateral_quantity: number;
  readonly collateral_type: string | null;
  /** The average price is in doubt, as after a transfer from another broker. */
  readonly discrepancy: boolean;
  /** Rupees per share. */
  readonly average_price: number;
  authorised_quantity: number;
  /** Depository session, `yyyy-mm-dd`, that the authorised quantity is good for. */
  authorised_date: string;
  mtf: FinancedPart;
  readonly absent: readonly LateKey[];
}

/** The part of a holding that nobody financed. */
export const UNFINANCED: FinancedPart = {
  quantity: 0,
  used_quantity: 0,
  average_price: 0,
  value: 0,
  initial_margin: 0,
};

/** What a customer puts up of the value of financed shares. */
export const FINANCED_SHARE = 0.25;

/** Shares bought with the broker's money, as the demat account shows them. `value` is rupees. */
export function financedPart(quantity: number, value: number): FinancedPart {
  if (quantity === 0) return UNFINANCED;
  return { quantity, used_quantity: 0, average_price: value / quantity, value, initial_margin: value * FINANCED_SHARE };
}

/** Shares that can still be sold today: in the demat account, unsold and not pledged. */
export function freeQuantity({ realised_quantity, used_quantity, collateral_quantity }: Holding): number {
  return realised_quantity - used_quantity - collateral_quantity;
}

/** Shares the depository has released for sale in the given session (`yyyy-mm-dd`). */
export function authorisedFor(session: string, { authorised_date, authorised_quantity }: Holding): number {
  return authorised_date >= session ? authorised_quantity : 0;
}

/** Figures that follow from a holding and today's prices; rupees, if nothing else is said. */
export interface HoldingValue {
  /** Shares delivered and not sold. */
  readonly quantity: number;
  readonly invested: number;
  readonly current: number;
  /** Gain since the previous close. */
  readonly today: number;
  /** Gain since the purchase. */
  readonly pnl: number;
  /** Per share. */
  readonly day_change: number;
  /** Percent of the previous close. */
  readonly day_change_percentage: number;
}

export function valueHolding(holding: Holding, { last_price, close_price }: Price): HoldingValue {
  const quantity = holding.realised_quantity - holding.used_quantity;
  const counted = quantity + holding.t1_quantity;
  // without a previous close there is nothing to compare with: no change, rather than a gain of the whole price
  const day_change = close_price === 0 ? 0 : last_price - close_price;
  return {
    quantity,
    invested: holding.average_price * counted,
    current: last_price * counted,
    today: day_change * counted,
    // `+ 0` turns the negative zero of a loss on nothing (all sold) into a plain one
    pnl: (last_price - holding.average_price) * counted + 0,
    day_change,
    day_change_percentage: close_price === 0 ? 0 : (day_change * 100) / close_price,
  };
}
