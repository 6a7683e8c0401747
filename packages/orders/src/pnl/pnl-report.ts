import type { Exchange, Product, Trade } from "@kite/models";

/** Units that were held before the first trade, and what they cost. */
export interface CarriedQuantity {
  readonly exchange: Exchange;
  readonly tradingsymbol: string;
  readonly product: Product;
  /** Below 0 for units sold short. */
  readonly quantity: number;
  /** Rupees per unit. */
  readonly average_price: number;
}

/** Units of one price that are still open. */
export interface OpenLot {
  /** Below 0 for units sold short. */
  readonly quantity: number;
  /** Rupees per unit. */
  readonly price: number;
}

/** A gain in rupees, without charges, after two ways of telling which units were sold. */
export interface Realised {
  /** The units bought first are sold first. Exact. */
  readonly fifo: number;
  /** Matched quantity times the difference of the average prices. Rounded to four decimals. */
  readonly average: number;
}

/** The trades of one instrument in one product, and what they gained. Values are in rupees. */
export interface InstrumentPnl {
  readonly exchange: Exchange;
  readonly tradingsymbol: string;
  readonly product: Product;
  /** Rupees per price unit of one unit of quantity. Null where it was not given and is needed: values and gains are then not rupees. */
  readonly multiplier: number | null;
  /** Oldest first. */
  readonly trades: readonly Trade[];
  /** Units bought, those carried in included. */
  readonly buy_quantity: number;
  readonly buy_value: number;
  /** Average, rounded to four decimals; 0 when none were bought. */
  readonly buy_price: number;
  /** Units sold, those carried in short included. */
  readonly sell_quantity: number;
  readonly sell_value: number;
  /** Average, rounded to four decimals; 0 when none were sold. */
  readonly sell_price: number;
  /** What is still open, in no gain: above 0 bought, below 0 sold. */
  readonly open_quantity: number;
  /** What is open after first in, first out; oldest first. */
  readonly open_lots: readonly OpenLot[];
  readonly realised: Realised;
}

/** The trades of a day by instrument, with their gains. */
export interface TradesReport {
  /** In the order of their first trades; each product of an instrument stands by itself. */
  readonly instruments: readonly InstrumentPnl[];
  /** Gains of all instruments but those in `withoutMultiplier`. */
  readonly realised: Realised;
  /** `EXCHANGE:TRADINGSYMBOL` of what trades in lots and has no multiplier given: not in the totals. */
  readonly withoutMultiplier: readonly string[];
  /** In no figure: a quantity, price, side or time is not as documented. The row is as the server sent it. */
  readonly leftOut: readonly Trade[];
}
